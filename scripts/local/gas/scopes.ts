const AUTH = 'https://www.googleapis.com/auth/';

/** Scopes that services ask for. Source: Apps Script reference, "Authorization" of each method. */
export const SCOPES = {
  externalRequest: `${AUTH}script.external_request`,
  scriptApp: `${AUTH}script.scriptapp`,
  sendMail: `${AUTH}script.send_mail`,
  email: `${AUTH}userinfo.email`,
  locale: `${AUTH}script.locale`,
  ui: `${AUTH}script.container.ui`,
  spreadsheets: `${AUTH}spreadsheets`,
  spreadsheetsCurrentOnly: `${AUTH}spreadsheets.currentonly`,
  drive: `${AUTH}drive`,
  driveReadonly: `${AUTH}drive.readonly`,
  driveFile: `${AUTH}drive.file`,
  forms: `${AUTH}forms`,
  messageMetadata: `${AUTH}gmail.addons.current.message.metadata`,
  messageReadonly: `${AUTH}gmail.addons.current.message.readonly`,
  fullMail: 'https://mail.google.com/',
} as const;

/** What a manifest without `oauthScopes` gets: the platform grants whatever the code uses. */
export const ALL_SCOPES: readonly string[] = Object.values(SCOPES).filter(
  (scope) => scope !== SCOPES.spreadsheetsCurrentOnly,
);

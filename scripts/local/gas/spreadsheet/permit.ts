import { SCOPES } from '../scopes';
import type { Context } from './context';

/** Refuses a call that the manifest grants no scope for. */
function permit(context: Context, call: string, scopes: readonly string[], wanted: string): void {
  if (scopes.some((scope) => context.host.scopes.includes(scope))) return;
  context.host.fail(`You do not have permission to call ${call}. Required permissions: ${wanted}`);
}

/**
 * The open file is reached with the full scope or with the one for the current file; simple triggers reach it without
 * any. Source: Apps Script guide, simple triggers ("can modify the file they are bound to").
 */
export function permitOpenFile(context: Context, call: string): void {
  if (context.host.entry === 'simple-trigger') return;
  const { spreadsheets, spreadsheetsCurrentOnly } = SCOPES;
  permit(context, call, [spreadsheets, spreadsheetsCurrentOnly], `(${spreadsheetsCurrentOnly} || ${spreadsheets})`);
}

/** Other files need the full scope, and never open in a simple trigger. Source: Apps Script guide, simple triggers. */
export function permitOtherFiles(context: Context, call: string): void {
  const granted = context.host.entry === 'simple-trigger' ? [] : [SCOPES.spreadsheets];
  permit(context, call, granted, SCOPES.spreadsheets);
}

/** Sidebars and dialogs. They do not open from a simple trigger. Source: Apps Script reference, Ui. */
export function permitScreen(context: Context, call: string): void {
  const granted = context.host.entry === 'simple-trigger' ? [] : [SCOPES.ui];
  permit(context, call, granted, SCOPES.ui);
}

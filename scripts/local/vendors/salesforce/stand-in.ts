import { createVerify } from 'node:crypto';
import type { Cell } from '../../../../src/domain/cell';
import type { StandIn, VendorAnswer, VendorOptions, VendorRequest } from '../vendor';
import { failure, restApi } from './api';
import { openOrg } from './org';
import { orgRecords, type Row } from './records';
import type { Field } from './schema';

const CLIENT = { id: 'consumer-key-of-the-stand-in', secret: 'consumer-secret-of-the-stand-in' };
const REFRESH = 'refresh-token-of-the-stand-in';
const USER = 'integration@example.com';
const BUDGET = 100000;

interface Options extends VendorOptions {
  /** Made-up records in these numbers in place of the demo portfolio. */
  readonly counts?: Readonly<Record<string, number>>;
  /** Times a bulk job is still under way. */
  readonly polls?: number;
  readonly failing?: boolean;
  /** PEM of the key that signs assertions. */
  readonly publicKey?: string;
  /** Requests of the day that others have made already. */
  readonly used?: number;
  /** Where the org is, when it is not where one signs in. */
  readonly instance?: string;
}

/**
 * An org of Salesforce: signing in by client credentials, assertion or refresh token, describe, SOQL with pages, Bulk 2.0
 * queries, collections and batches. Sources: Salesforce, REST API Developer Guide and Bulk API 2.0 Developer Guide.
 */
export const standIn: StandIn = {
  create: (given) => {
    const options: { -readonly [Name in keyof Options]: Options[Name] } = { ...given };
    const org = openOrg(orgRecords(options));
    const api = restApi(org, options);
    const sessions = new Set<string>();
    let made = 0;
    let used = options.used ?? 0;

    const answer = (request: VendorRequest): VendorAnswer => {
      const { path, method, headers } = request;
      if (path === '/services/oauth2/token' && method === 'POST') return signIn(request);
      if (/^\/services\/data\/?$/.test(path))
        return { body: [{ version: '66.0', label: "Spring '26", url: '/services/data/v66.0' }] };
      if (!path.startsWith('/services/data/'))
        return failure(404, 'NOT_FOUND', 'The requested resource does not exist');
      if (Number(/v(\d+)\.0/.exec(path)?.[1]) < 41)
        return failure(410, 'UNSUPPORTED_API_VERSION', 'The requested resource has been retired');
      const token = /^(?:Bearer|OAuth) (.+)$/.exec(headers.authorization ?? '')?.[1] ?? '';
      if (!sessions.has(token)) return failure(401, 'INVALID_SESSION_ID', 'Session expired or invalid');
      used += 1;
      const { headers: own, ...rest } = api.answer(request);
      return { ...rest, headers: { ...own, 'sforce-limit-info': `api-usage=${used}/${BUDGET}` } };
    };

    const signIn = ({ body, origin }: VendorRequest): VendorAnswer => {
      const form = new URLSearchParams(body);
      const wrong = refusedSignIn(form, options.publicKey);
      if (wrong) return { status: 400, body: { error: wrong[0], error_description: wrong[1] } };
      made += 1;
      const token = `00D5g0000000001!token-${made}-of-the-stand-in`;
      sessions.add(token);
      return {
        body: {
          ...{ access_token: token, signature: 'x', token_format: 'opaque', token_type: 'Bearer' },
          ...{ instance_url: options.instance ?? origin, issued_at: '1700000000000' },
          id: `${origin}/id/00D5g0000000001AAA/0055g0000000001AAA`,
        },
        modelledMs: 400,
      };
    };

    return {
      answer,
      faults: {
        /** All sessions end; the request is the first to hear of it. */
        expired: () => {
          sessions.clear();
          return failure(401, 'INVALID_SESSION_ID', 'Session expired or invalid');
        },
        /** An error of a request: `[status, errorCode, message]`. */
        refused: (_, value) => failure(...(value as [number, string, string])),
        /** A page that names itself as the next one. */
        samePage: (request) => {
          const { body, ...rest } = answer(request);
          return { ...rest, body: { ...(body as object), done: false, nextRecordsUrl: request.path } };
        },
        /** A page without records that names a next one. */
        emptyPage: (request) => {
          const { body, ...rest } = answer(request);
          return { ...rest, body: { ...(body as object), records: [] } };
        },
      },
      commands: {
        change: ([object, id, values]: [string, string, Row]) => org.change(object, id, values),
        add: ([object, values]: [string, Row]) => org.add(object, values),
        find: ([object, field, value]: [string, string, Cell]) => org.find(object, field, value) ?? null,
        alter: ([object, field, to]: [string, string, Partial<Field> | null]) => org.alter(object, field, to),
        count: (soql: string) => org.query(soql, false).rows.length,
        /** Another option from now on. */
        set: (changes: Partial<Options>) => void Object.assign(options, changes),
        use: (requests: number) => {
          used = requests;
        },
        signIns: () => made,
      },
    };
  },
  sources: (origin) => {
    const row = { Kind: 'salesforce', Location: origin, 'Secret Name': 'salesforce', Enabled: 'TRUE' };
    const own = ['onboarding_percent', 'goal_percent', 'open_invoices', 'integrations'];
    const extras = own.map((name) => `${name} = ${name.replace(/(^|_)\w/g, (part) => part.toUpperCase())}__c`);
    const company = 'account_id = Account.Customer_Id__c';
    return [
      {
        ...{ ...row, 'Source ID': 'Salesforce accounts', Dataset: 'accounts' },
        'Field Map': ['account_id = Customer_Id__c', 'external_ids = External_Ids__c', ...extras].join('\n'),
      },
      { ...row, 'Source ID': 'Salesforce contacts', Dataset: 'contacts', 'Field Map': company },
      { ...row, 'Source ID': 'Salesforce activities', Dataset: 'touches', 'Field Map': company },
    ];
  },
  secrets: () => ({
    'secret.salesforce.client_id': CLIENT.id,
    'secret.salesforce.client_secret': CLIENT.secret,
    'secret.salesforce.refresh_token': REFRESH,
  }),
};

/** Errors of signing in (RFC 6749, 5.2; Salesforce, OAuth 2.0 flows). */
function refusedSignIn(form: URLSearchParams, publicKey: string | undefined): readonly [string, string] | null {
  const grant = form.get('grant_type');
  if (grant === 'urn:ietf:params:oauth:grant-type:jwt-bearer')
    return refusedAssertion(form.get('assertion') ?? '', publicKey);
  if (grant !== 'client_credentials' && grant !== 'refresh_token')
    return ['unsupported_grant_type', 'grant type not supported'];
  if (form.get('client_id') !== CLIENT.id) return ['invalid_client_id', 'client identifier invalid'];
  if (form.get('client_secret') !== CLIENT.secret) return ['invalid_client', 'invalid client credentials'];
  return grant === 'refresh_token' && form.get('refresh_token') !== REFRESH
    ? ['invalid_grant', 'expired access/refresh token']
    : null;
}

function refusedAssertion(assertion: string, publicKey: string | undefined): readonly [string, string] | null {
  const [header = '', claims = '', signature = ''] = assertion.split('.');
  const verified =
    publicKey !== undefined &&
    createVerify('RSA-SHA256').update(`${header}.${claims}`).verify(publicKey, Buffer.from(signature, 'base64url'));
  if (!verified) return ['invalid_grant', 'invalid assertion'];
  const { iss, sub, aud } = JSON.parse(Buffer.from(claims, 'base64url').toString('utf8')) as Record<string, string>;
  if (iss !== CLIENT.id) return ['invalid_client_id', 'client identifier invalid'];
  if (!/^https:\/\/(login|test)\.salesforce\.com$/.test(aud ?? '')) return ['invalid_grant', 'audience is invalid'];
  return sub === USER ? null : ['invalid_grant', "user hasn't approved this consumer"];
}

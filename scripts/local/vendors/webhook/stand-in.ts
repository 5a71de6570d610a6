import { createHmac, timingSafeEqual } from 'node:crypto';
import type { StandIn, Vendor, VendorAnswer } from '../vendor';

const SECRET = 'whsec-stand-in-0123456789';
/** Seconds a signature is good for, so that one that was overheard is of no use later. */
const FRESH = 300;

/** An account as it is told. */
interface Told {
  readonly account_id: string;
}

/**
 * Somebody's receiver of webhooks, as docs/write-back.md tells people to build one: it believes nothing without a fresh
 * signature over the timestamp and the very bytes of the body, and takes a body only once per idempotency key.
 */
export const standIn: StandIn = {
  create: (options) => {
    const secret = String(options.secret ?? SECRET);
    const taken = new Map<string, string>();
    const accounts = new Map<string, Told>();
    let now: number | null = null;
    let patient = options.patient === true;
    const commands: NonNullable<Vendor['commands']> = {
      /** Every account as it was told last. */
      accounts: () => Object.fromEntries(accounts),
      /** How many bodies were taken. */
      taken: () => taken.size,
      /** Back to the beginning. */
      reset: () => {
        taken.clear();
        accounts.clear();
      },
      /** Whether old signatures are taken. */
      patient: (is: boolean) => {
        patient = is;
      },
      /** Seconds since 1970, where the sender lives on another clock. */
      now: (seconds: number) => {
        now = seconds;
      },
    };
    return {
      commands,
      answer: ({ method, path, headers, body }): VendorAnswer => {
        if (method !== 'POST' || path !== '/scores') return { status: 404, body: 'not here' };
        const timestamp = headers['kenshin-timestamp'] ?? '';
        const wanted = `v1=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`;
        if (!alike(wanted, headers['kenshin-signature'] ?? '')) return { status: 401, body: 'bad signature' };
        const age = Math.abs((now ?? Date.now() / 1000) - Number(timestamp));
        if (!patient && !(age <= FRESH)) return { status: 401, body: 'stale signature' };
        if (!/^application\/json/.test(headers['content-type'] ?? '')) return { status: 415, body: 'JSON, please' };
        const key = headers['idempotency-key'] ?? '';
        if (key === '') return { status: 400, body: 'no idempotency-key' };
        const before = taken.get(key);
        if (before !== undefined) return { status: before === body ? 200 : 422, body: 'had it' };
        taken.set(key, body);
        for (const one of (JSON.parse(body) as { accounts: readonly Told[] }).accounts) {
          accounts.set(one.account_id, one);
        }
        return { status: 202, body: '' };
      },
    };
  },
  sources: () => [],
  secrets: () => ({ 'secret.webhook': SECRET }),
};

function alike(a: string, b: string): boolean {
  const [one, other] = [Buffer.from(a), Buffer.from(b)];
  return one.length === other.length && timingSafeEqual(one, other);
}

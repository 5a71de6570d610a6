import type { Cell } from './cell';

/** Words by which CRMs mark a customer who has left. */
const GONE = /^(churned|cancelled|canceled|closed|inactive|解約|解約済|解約済み|退会)$/i;

/** Whether an account's status says that the customer has left. */
export function isGone(status: Cell): boolean {
  return typeof status === 'string' && GONE.test(status.trim());
}

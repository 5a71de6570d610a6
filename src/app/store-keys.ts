/** Keys of the small values the product keeps in the document's properties. */
export const STORE_KEYS = {
  /** Spreadsheet id of the Data workbook. */
  data: 'data.spreadsheet',
  /** Spreadsheet id of the Health workbook, for cards, beside which no document is open. */
  health: 'health.spreadsheet',
  /** The run under way or the last one (RunRecord). */
  run: 'run.record',
  /** The accounts to look at first, as last published (UrgentView[]). */
  urgent: 'published.urgent',
  /** What the published tabs rest on (Basis). */
  basis: 'published.basis',
  /** Who switched the schedule on (ScheduleRecord). */
  schedule: 'schedule.record',
  /** What time triggers have taken on this day (TriggerDay). */
  triggerTime: 'schedule.time',
  /** Version ID of the row whose configuration is being written back to the tabs. */
  restoring: 'config.restoring',
  /** The mails under way or last sent (MailIssue). */
  mail: 'mail.issue',
  /** Before a person's day that no run has counted yet (UseDay). */
  use: 'use.',
} as const;

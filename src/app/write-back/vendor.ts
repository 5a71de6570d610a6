import type { Text } from '../../domain/text';
import type { Platform } from '../../ports';
import type { SourceSetting } from '../../sources/source';
import type {
  MissingField,
  OutgoingFields,
  OutgoingRecord,
  WriteBack,
  Writer,
} from '../../sources/write-back/write-back';
import * as messages from './messages';
import type { Outgoing } from './outgoing';
import type { Sending, Target } from './target';

/** A source of the Sources tab whose kind takes scores back. */
export function vendorTarget(
  platform: Platform,
  setting: SourceSetting,
  writeBack: WriteBack,
  fields: OutgoingFields,
  missing: MissingField,
): Target {
  const { fieldMap } = setting;
  const mapped = [...fieldMap.keys()].find((ours) => writeBack.idFields.includes(fieldMap.get(ours) as string));
  const column = mapped ?? (fieldMap.has('account_id') ? 'external_ids' : 'account_id');
  let writer: Writer | null = null;
  return {
    id: setting.id,
    most: writeBack.most,
    recordsOf: (account) => recordsOf(account, writeBack, column),
    contentOf: ({ score, band, reasons }) => [[...fields], score, band, reasons],
    open: (dry) => {
      writer = writeBack.open(
        {
          ...platform,
          setting,
          cursor: null,
          domains: () => [],
          report: () => undefined,
          pause: () => undefined,
        },
        fields,
        dry && missing === 'make' ? 'would make' : missing,
      );
      return writer.faults.map(({ field, why }) => ({ source: setting.id, column: field, value: '', why }));
    },
    send: (batch) => (writer as Writer).send(batch.map(outgoingRecord)),
  };
}

/**
 * Their ids of an account, from the column that the source brings them in; without one from the external ids. Of accounts
 * that were merged each record is told.
 */
function recordsOf({ ids, known }: Outgoing, { isRecordId }: WriteBack, column: string): readonly string[] | Text {
  const fitting = known(column).filter(isRecordId);
  if (fitting.length === 0) return messages.noRecordId();
  return fitting.length > ids.length ? messages.severalRecordIds(fitting) : fitting;
}

function outgoingRecord({ recordId, account }: Sending): OutgoingRecord {
  const { score, band, reasons, asOf } = account;
  return { id: recordId, values: { score, band, reasons: reasons.join('\n'), as_of: asOf } };
}

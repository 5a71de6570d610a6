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
  const usual = ['account_id', 'external_ids'].find((ours) => !fieldMap.has(ours));
  let writer: Writer | null = null;
  return {
    id: setting.id,
    most: writeBack.most,
    recordsOf: (account) => recordsOf(account, writeBack, mapped ?? usual),
    contentOf: ({ plain }) => [[...fields], plain.score, plain.band, plain.reasons],
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
 * Their ids of an account, from the column that the source brings them in: the account's id unless Field Map has another,
 * else the first of its external ids. Of accounts that were merged each record is told.
 */
function recordsOf(
  { known }: Outgoing,
  { isRecordId }: WriteBack,
  column: string | undefined,
): readonly string[] | Text {
  const records = column === undefined ? [] : known(column).flatMap((parts) => parts.filter(isRecordId).slice(0, 1));
  return records.length > 0 ? records : messages.noRecordId();
}

function outgoingRecord({ recordId, account }: Sending): OutgoingRecord {
  const { plain } = account;
  return { id: recordId, values: { ...plain, reasons: plain.reasons.join('\n') } };
}

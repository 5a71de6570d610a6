import { createBlob } from './blob';
import type { CoreHost } from './core-host';
import { LATENCY } from './latency';
import { SCOPES } from './scopes';
import type { WorkbookModel } from './spreadsheet/model';

/** A file in the simulated Drive; content as base64 so that the state stays JSON. */
export interface DriveFile {
  readonly id: string;
  readonly name: string;
  readonly mimeType: string;
  readonly content: string;
  readonly updated: number;
  /** E-mail addresses that may read it; null for everyone. */
  readonly readers: readonly string[] | null;
}

const MISSING =
  'No item with the given ID could be found. Possibly because you have not edited this item or you do not have permission to access it.';

const SPREADSHEET = 'application/vnd.google-apps.spreadsheet';

/** `DriveApp`, for reading files. Spreadsheets are found by name too. Source: Apps Script reference, DriveApp and File. */
export function createDriveApp(
  host: CoreHost,
  stored: readonly DriveFile[],
  workbooks: ReadonlyMap<string, WorkbookModel>,
): object {
  const enter = (call: string): void => {
    host.charge(call, LATENCY.driveFile.ms);
    host.permit(call, SCOPES.driveReadonly, SCOPES.drive);
  };
  const spreadsheets = (): DriveFile[] =>
    [...workbooks.values()].map(({ id, name, owner, editors, viewers }) => ({
      id,
      name,
      mimeType: SPREADSHEET,
      content: '',
      updated: host.now(),
      readers: owner === '' ? null : [owner, ...editors, ...viewers],
    }));
  const shared = (file: DriveFile): boolean => file.readers === null || file.readers.includes(host.user.email);
  return host.strict('DriveApp', {
    getFileById(id: unknown) {
      enter('DriveApp.getFileById');
      const file = stored.find((each) => each.id === id && shared(each));
      return file ? createFile(host, file) : host.fail(MISSING);
    },
    getFilesByName(name: unknown) {
      enter('DriveApp.getFilesByName');
      const found = [...stored, ...spreadsheets()].filter((each) => each.name === name && shared(each));
      let next = 0;
      return host.strict('FileIterator', {
        hasNext: () => next < found.length,
        next() {
          const file = found[next++];
          return file
            ? createFile(host, file)
            : host.fail('Cannot retrieve the next object: iterator has reached the end.');
        },
      });
    },
  });
}

function createFile(host: CoreHost, file: DriveFile): object {
  const bytes = Buffer.from(file.content, 'base64');
  return host.strict('File', {
    getId: () => file.id,
    getName: () => file.name,
    getMimeType: () => file.mimeType,
    isTrashed: () => false,
    getSize: () => bytes.length,
    getUrl: () => `https://drive.google.com/file/d/${file.id}/view?usp=drivesdk`,
    getLastUpdated: () => new host.realm.Date(file.updated),
    getBlob() {
      host.charge('File.getBlob', LATENCY.driveFile.ms + bytes.length * LATENCY.driveFile.perUnit);
      return createBlob(host, bytes, file.mimeType, file.name);
    },
  });
}

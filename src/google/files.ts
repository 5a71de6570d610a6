import { refusal } from '../errors';
import type { Files } from '../ports';
import { googleContent } from './content';
import { fileNotOpened } from './messages';
import { persistently } from './patience';

/** Drive files behind the Files port. */
export const googleFiles: Files = {
  read: (idOrUrl) => {
    const id = fileIdOf(idOrUrl);
    let blob: GoogleAppsScript.Base.Blob;
    try {
      blob = persistently(() => DriveApp.getFileById(id).getBlob());
    } catch {
      throw refusal('input', fileNotOpened());
    }
    return {
      name: persistently(() => blob.getName()) ?? id,
      content: googleContent({
        getContent: () => persistently(() => blob.getBytes()),
        text: (charset) => persistently(() => blob.getDataAsString(charset)),
      }),
    };
  },
};

/** The id inside any Drive or Sheets address; text that is no address is taken for the id itself. */
export function fileIdOf(idOrUrl: string): string {
  const inPath = /\/d\/([\w-]+)/.exec(idOrUrl) ?? /[?&]id=([\w-]+)/.exec(idOrUrl);
  return inPath?.[1] ?? idOrUrl.trim();
}

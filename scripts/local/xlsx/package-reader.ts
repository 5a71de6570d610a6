import { posix } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { digestOf } from './keepsake';
import { isKeepsakePart } from './keepsake-part';
import { linksPath } from './package-parts';
import { xmlTree } from './xml-tree';

/** An opened file: its parts by path, unpacked when asked for. */
export interface PackageReader {
  /** Text of a part, null when there is none. */
  text(path: string): string | null;
  /** Paths that a part is linked to by relationships of a kind (the last word of their type), by relationship id. */
  linked(path: string, kind: string): Map<string, string>;
  /** Every part whose path begins so. */
  under(prefix: string): Map<string, string>;
  /** Digest of all parts that `keepsakeOf` was given. */
  digest(): string;
}

/** Opens the bytes of a file. Throws an Error that says so when they are no .xlsx workbook. */
export function packageReader(bytes: Uint8Array): PackageReader {
  const files = unzipped(bytes);
  const text = (path: string): string | null => {
    const body = files[path];
    return body ? strFromU8(body).replace(/^\ufeff/, '') : null;
  };
  return {
    text,
    linked: (path, kind) => {
      const xml = text(linksPath(path));
      const found = new Map<string, string>();
      if (xml === null) return found;
      for (const { attributes } of xmlTree(xml).children) {
        const { Id = '', Type = '', Target = '', TargetMode } = attributes;
        if (TargetMode === 'External' || Type.slice(Type.lastIndexOf('/') + 1) !== kind) continue;
        const target = Target.startsWith('/') ? Target : posix.join('/', posix.dirname(path), Target);
        found.set(Id, target.slice(1));
      }
      return found;
    },
    under: (prefix) =>
      new Map(
        Object.keys(files)
          .filter((path) => path.startsWith(prefix))
          .map((path) => [path, text(path) as string]),
      ),
    digest: () =>
      digestOf(
        Object.fromEntries(
          Object.entries(files).filter(
            ([path]) => path !== '[Content_Types].xml' && !path.endsWith('.rels') && !isKeepsakePart(path),
          ),
        ),
      ),
  };
}

function unzipped(bytes: Uint8Array): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes);
  } catch (cause) {
    throw new Error('not an .xlsx workbook: the file is no zip archive', { cause });
  }
}

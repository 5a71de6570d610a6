import * as take from './arguments';
import { arrayOf, type Context, chargeRead, chargeWrite, makeFace } from './context';
import { READ_FORMATS, STRUCTURE } from './costs';
import type { MetadataModel, SheetModel, WorkbookModel } from './model';
import { makeRange } from './range/range';
import { makeSheet } from './sheet/sheet';
import { makeSpreadsheet } from './spreadsheet';

const VISIBILITY = take.enumeration<'DOCUMENT' | 'PROJECT'>('DeveloperMetadataVisibility');
type SecondArgument = { readonly visibility: 'DOCUMENT' | 'PROJECT' } | string | undefined;

/** `(key)`, `(key, visibility)`, `(key, value)`, `(key, value, visibility)`. */
export const metadataArguments = [
  take.text,
  take.optional<SecondArgument>(
    take.either(
      {
        optional: false,
        read: (value, context) => {
          const visibility = VISIBILITY.read(value, context);
          return typeof visibility === 'string' ? { visibility } : visibility;
        },
      },
      take.text,
    ),
  ),
  take.optional(VISIBILITY),
] as const;

/** Adds metadata at a place. Without a visibility it is DOCUMENT: every script may read it. */
export function addMetadata(
  context: Context,
  workbook: WorkbookModel,
  list: MetadataModel[],
  place: MetadataModel['place'],
  [key, second, third]: readonly [string, SecondArgument, ('DOCUMENT' | 'PROJECT') | undefined],
): void {
  if (key === '') context.host.fail('Developer metadata keys must not be empty.');
  const value = typeof second === 'string' ? second : null;
  const visibility = (typeof second === 'object' ? second.visibility : third) ?? 'DOCUMENT';
  list.push({ id: workbook.nextId++, key, value, visibility, place });
}

/** Faces of some metadata of a list. */
export function metadataFaces(
  context: Context,
  workbook: WorkbookModel,
  sheet: SheetModel | null,
  list: MetadataModel[],
  hits: readonly MetadataModel[],
): object[] {
  return arrayOf(
    context,
    hits.map((metadata) => makeMetadata(context, workbook, sheet, list, metadata)),
  );
}

/** Source: Apps Script reference, DeveloperMetadata. */
function makeMetadata(
  context: Context,
  workbook: WorkbookModel,
  sheet: SheetModel | null,
  list: MetadataModel[],
  metadata: MetadataModel,
): object {
  const read = <T>(name: string, value: () => T) =>
    take.method(context, `DeveloperMetadata.${name}`, [], () => {
      chargeRead(context, `DeveloperMetadata.${name}`, READ_FORMATS);
      return value();
    });
  const change = <T>(name: string, kinds: readonly [take.Kind<T>], work: (value: T) => void) =>
    take.method(context, `DeveloperMetadata.${name}`, kinds, (value) => {
      chargeWrite(context, workbook, `DeveloperMetadata.${name}`, STRUCTURE);
      work(value as T);
      return face;
    });
  const face: object = makeFace(
    context,
    'DeveloperMetadata',
    {
      getId: read('getId', () => metadata.id),
      getKey: read('getKey', () => metadata.key),
      getValue: read('getValue', () => metadata.value),
      getVisibility: read(
        'getVisibility',
        () => context.enums.spreadsheet.DeveloperMetadataVisibility[metadata.visibility],
      ),
      getLocation: read('getLocation', () => makeLocation(context, workbook, sheet, metadata.place)),
      setKey: change('setKey', [take.text], (key) => {
        metadata.key = key;
      }),
      setValue: change('setValue', [take.text], (value) => {
        metadata.value = value;
      }),
      setVisibility: change('setVisibility', [VISIBILITY], (visibility) => {
        metadata.visibility = visibility;
      }),
      remove: take.method(context, 'DeveloperMetadata.remove', [], () => {
        chargeWrite(context, workbook, 'DeveloperMetadata.remove', STRUCTURE);
        const at = list.indexOf(metadata);
        if (at >= 0) list.splice(at, 1);
      }),
    },
    metadata,
  );
  return face;
}

/** Source: Apps Script reference, DeveloperMetadataLocation. */
function makeLocation(
  context: Context,
  workbook: WorkbookModel,
  sheet: SheetModel | null,
  place: MetadataModel['place'],
): object {
  const type = place.kind === 'whole' ? (sheet ? 'SHEET' : 'SPREADSHEET') : place.kind === 'row' ? 'ROW' : 'COLUMN';
  const line = (kind: 'row' | 'column') => {
    if (!sheet || place.kind !== kind) return null;
    const area =
      kind === 'row'
        ? { row: place.index, column: 0, rows: 1, columns: sheet.maxColumns }
        : { row: 0, column: place.index, rows: sheet.maxRows, columns: 1 };
    return makeRange(context, { workbook, sheet, area });
  };
  const get = <T>(name: string, value: () => T) => take.method(context, `DeveloperMetadataLocation.${name}`, [], value);
  return makeFace(
    context,
    'DeveloperMetadataLocation',
    {
      getLocationType: get('getLocationType', () => context.enums.spreadsheet.DeveloperMetadataLocationType[type]),
      getRow: get('getRow', () => line('row')),
      getColumn: get('getColumn', () => line('column')),
      getSheet: get('getSheet', () => (type === 'SHEET' && sheet ? makeSheet(context, workbook, sheet) : null)),
      getSpreadsheet: get('getSpreadsheet', () => (type === 'SPREADSHEET' ? makeSpreadsheet(context, workbook) : null)),
    },
    place,
  );
}

/** Source: Apps Script reference, DeveloperMetadataFinder. Looks at the whole spreadsheet, or at one tab. */
export function makeMetadataFinder(context: Context, workbook: WorkbookModel, only: SheetModel | null): object {
  const tests: ((metadata: MetadataModel) => boolean)[] = [];
  const narrow = <T>(
    name: string,
    kinds: readonly [take.Kind<T>],
    fits: (value: T, metadata: MetadataModel) => boolean,
  ) =>
    take.method(context, `DeveloperMetadataFinder.${name}`, kinds, (value) => {
      tests.push((metadata) => fits(value as T, metadata));
      return face;
    });
  const find = (sheet: SheetModel | null, list: MetadataModel[]) =>
    metadataFaces(
      context,
      workbook,
      sheet,
      list,
      list.filter((metadata) => tests.every((test) => test(metadata))),
    );
  const face: object = makeFace(
    context,
    'DeveloperMetadataFinder',
    {
      withKey: narrow('withKey', [take.text], (key, metadata) => metadata.key === key),
      withValue: narrow('withValue', [take.text], (value, metadata) => metadata.value === value),
      withId: narrow('withId', [take.integer], (id, metadata) => metadata.id === id),
      withVisibility: narrow(
        'withVisibility',
        [VISIBILITY],
        (visibility, metadata) => metadata.visibility === visibility,
      ),
      find: take.method(context, 'DeveloperMetadataFinder.find', [], () => {
        chargeRead(context, 'DeveloperMetadataFinder.find', READ_FORMATS);
        const sheets = only ? [only] : workbook.sheets;
        const own = only ? [] : find(null, workbook.metadata);
        return arrayOf(context, [...own, ...sheets.flatMap((sheet) => find(sheet, sheet.metadata))]);
      }),
    },
    null,
  );
  return face;
}

import { createEnum, type EnumValue } from '../enums';
import type { Host } from '../host';
import type { Behind } from './context';

/** Enumerations of the service and their values. Source: Apps Script reference, Spreadsheet service, enums. */
const SPREADSHEET = {
  BandingTheme: 'LIGHT_GREY CYAN GREEN YELLOW ORANGE BLUE TEAL GREY BROWN LIGHT_GREEN INDIGO PINK',
  BooleanCriteria:
    'CELL_EMPTY CELL_NOT_EMPTY DATE_AFTER DATE_BEFORE DATE_EQUAL_TO DATE_NOT_EQUAL_TO DATE_AFTER_RELATIVE DATE_BEFORE_RELATIVE DATE_EQUAL_TO_RELATIVE NUMBER_BETWEEN NUMBER_EQUAL_TO NUMBER_GREATER_THAN NUMBER_GREATER_THAN_OR_EQUAL_TO NUMBER_LESS_THAN NUMBER_LESS_THAN_OR_EQUAL_TO NUMBER_NOT_BETWEEN NUMBER_NOT_EQUAL_TO TEXT_CONTAINS TEXT_DOES_NOT_CONTAIN TEXT_EQUAL_TO TEXT_NOT_EQUAL_TO TEXT_STARTS_WITH TEXT_ENDS_WITH CUSTOM_FORMULA',
  BorderStyle: 'DOTTED DASHED SOLID SOLID_MEDIUM SOLID_THICK DOUBLE',
  CopyPasteType:
    'PASTE_NORMAL PASTE_NO_BORDERS PASTE_FORMAT PASTE_FORMULA PASTE_DATA_VALIDATION PASTE_VALUES PASTE_CONDITIONAL_FORMATTING PASTE_COLUMN_WIDTHS',
  DataValidationCriteria:
    'DATE_AFTER DATE_BEFORE DATE_BETWEEN DATE_EQUAL_TO DATE_IS_VALID_DATE DATE_NOT_BETWEEN DATE_ON_OR_AFTER DATE_ON_OR_BEFORE NUMBER_BETWEEN NUMBER_EQUAL_TO NUMBER_GREATER_THAN NUMBER_GREATER_THAN_OR_EQUAL_TO NUMBER_LESS_THAN NUMBER_LESS_THAN_OR_EQUAL_TO NUMBER_NOT_BETWEEN NUMBER_NOT_EQUAL_TO TEXT_CONTAINS TEXT_DOES_NOT_CONTAIN TEXT_EQUAL_TO TEXT_IS_VALID_EMAIL TEXT_IS_VALID_URL VALUE_IN_LIST VALUE_IN_RANGE CUSTOM_FORMULA CHECKBOX DATE_AFTER_RELATIVE DATE_BEFORE_RELATIVE DATE_EQUAL_TO_RELATIVE',
  DeveloperMetadataLocationType: 'SPREADSHEET SHEET ROW COLUMN',
  DeveloperMetadataVisibility: 'DOCUMENT PROJECT',
  Dimension: 'COLUMNS ROWS',
  Direction: 'UP DOWN PREVIOUS NEXT',
  InterpolationType: 'NUMBER PERCENT PERCENTILE MIN MAX',
  ProtectionType: 'RANGE SHEET',
  RecalculationInterval: 'ON_CHANGE MINUTE HOUR',
  RelativeDate: 'TODAY TOMORROW YESTERDAY PAST_WEEK PAST_MONTH PAST_YEAR',
  SheetType: 'GRID OBJECT DATASOURCE',
  SortOrder: 'ASCENDING DESCENDING',
  TextDirection: 'LEFT_TO_RIGHT RIGHT_TO_LEFT',
  WrapStrategy: 'WRAP OVERFLOW CLIP',
} as const;

/** Enumerations of the Charts service that charts in sheets take. Source: Apps Script reference, Charts service. */
const CHARTS = {
  ChartType:
    'TIMELINE AREA BAR BUBBLE CANDLESTICK COLUMN COMBO GAUGE GEO HISTOGRAM RADAR LINE ORG PIE SCATTER SPARKLINE STEPPED_AREA TABLE TREEMAP WATERFALL',
  ChartHiddenDimensionStrategy: 'IGNORE_BOTH IGNORE_ROWS IGNORE_COLUMNS SHOW_BOTH',
  ChartMergeStrategy: 'MERGE_COLUMNS MERGE_ROWS',
  CurveStyle: 'NORMAL SMOOTH',
  PointStyle: 'NONE TINY MEDIUM LARGE HUGE',
  Position: 'TOP RIGHT BOTTOM NONE',
} as const;

const UI = {
  Button: 'CLOSE OK CANCEL YES NO',
  ButtonSet: 'OK OK_CANCEL YES_NO YES_NO_CANCEL',
} as const;

export type Enumeration = Readonly<Record<string, EnumValue>>;
export type Enumerations<Owner> = { readonly [Name in keyof Owner]: Enumeration };

/** All enumerations of one execution. */
export interface AllEnumerations {
  /** `SpreadsheetApp.WrapStrategy` and its like. */
  readonly spreadsheet: Enumerations<typeof SPREADSHEET>;
  /** `Charts.ChartType` and its like. */
  readonly charts: Enumerations<typeof CHARTS>;
  /** `ui.Button` and `ui.ButtonSet`. */
  readonly ui: Enumerations<typeof UI>;
}

const known = new WeakMap<Host, AllEnumerations>();

/** The enumerations of an execution: made once, for a value is only equal to itself. */
export function enumerationsOf(host: Host, behind: WeakMap<object, Behind>): AllEnumerations {
  let all = known.get(host);
  if (!all) {
    all = {
      spreadsheet: made(host, behind, 'SpreadsheetApp', SPREADSHEET),
      charts: made(host, behind, 'Charts', CHARTS),
      ui: made(host, behind, 'Ui', UI),
    };
    known.set(host, all);
  }
  return all;
}

function made<O extends Readonly<Record<string, string>>>(
  host: Host,
  behind: WeakMap<object, Behind>,
  owner: string,
  names: O,
): Enumerations<O> {
  const entries = Object.entries(names).map(([name, members]) => {
    const values = createEnum(host, `${owner}.${name}`, members.split(' '));
    for (const [member, value] of Object.entries(values)) {
      behind.set(value, { className: `enum ${name}`, value: member });
    }
    return [name, values];
  });
  return Object.fromEntries(entries) as Enumerations<O>;
}

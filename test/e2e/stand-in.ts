import { createClock } from '../../scripts/local/gas/clock';
import { putValue } from '../../scripts/local/gas/spreadsheet/cells';
import { addSheetModel } from '../../scripts/local/gas/spreadsheet/model';
import {
  createSpreadsheetState,
  createWorkbook,
  type SpreadsheetState,
} from '../../scripts/local/gas/spreadsheet/state';
import type { PreviewRuntime } from '../../scripts/local/preview/runtime';

type Answers = Record<string, (...args: readonly never[]) => unknown>;

/** A runtime whose functions are the test's own: what the pages do with each answer can be shown one by one. */
export interface StandIn {
  readonly runtime: PreviewRuntime;
  /** Replaces every function, and forgets what was called. */
  answer(answers: Answers): void;
  /** Names of the functions called. */
  readonly called: string[];
  /** Each day that was let pass. */
  readonly days: number[];
}

export function standIn(spreadsheets: SpreadsheetState, first: Answers): StandIn {
  let answers = first;
  const clock = createClock(Date.UTC(2026, 0, 31, 1, 30));
  const called: string[] = [];
  const days: number[] = [];
  const runtime: PreviewRuntime = {
    openMessage: (from) => ({ messageId: from, accessToken: 'token' }),
    outbox: () => [],
    chats: () => [],
    clock,
    spreadsheets,
    execute(name, args = []) {
      called.push(name);
      const answer = answers[name];
      if (!answer) throw new Error(`Script function not found: ${name}`);
      return answer(...(args as readonly never[]));
    },
    fireTriggers(until) {
      days.push(until);
      clock.moveTo(until);
      return [];
    },
  };
  return {
    runtime,
    answer(next) {
      answers = next;
      called.length = 0;
    },
    called,
    days,
  };
}

/** Two workbooks: a small one with bands and notes, and one with a tab of 20,000 rows. */
export function workbooks(): SpreadsheetState {
  const state = createSpreadsheetState({ containerId: 'health' });
  const health = createWorkbook(state, {
    id: 'health',
    name: 'Kenshin Health',
    sheet: 'Accounts',
    timeZone: 'Asia/Tokyo',
  });
  const accounts = health.sheets[0];
  if (!accounts) throw new Error('no tab');
  const header = ['Account ID', 'Account Name', 'Score', 'Band', 'As Of Timestamp', 'Top Reason Note'];
  const bands = ['Green', 'Lime', 'Yellow', 'Red', 'Grey'];
  header.forEach((name, column) => {
    putValue(accounts, 0, column, name);
    accounts.notes.fill({ row: 0, column, rows: 1, columns: 1 }, `${name}: what it means\n${name} の説明`);
  });
  for (let row = 1; row <= 60; row++) {
    const cells = [
      `A-${row}`,
      row % 2 ? `株式会社サンプル${row}` : `Example ${row} Ltd.`,
      100 - row,
      bands[row % 5] ?? '',
      46053.25,
    ];
    cells.forEach((value, column) => {
      putValue(accounts, row, column, value);
    });
    putValue(accounts, row, 5, 'Logins fell to 4 days out of 28 (expected: 15 or more).');
  }
  accounts.formats.fontWeight.fill({ row: 0, column: 0, rows: 1, columns: 6 }, 'bold');
  accounts.formats.background.fill({ row: 0, column: 0, rows: 1, columns: 6 }, '#eef1f5');
  accounts.formats.numberFormat.fill({ row: 1, column: 2, rows: 60, columns: 1 }, '0.0');
  accounts.formats.numberFormat.fill({ row: 1, column: 4, rows: 60, columns: 1 }, 'yyyy-mm-dd hh:mm');
  accounts.conditionalFormats.push({
    areas: [{ row: 1, column: 3, rows: 60, columns: 1 }],
    condition: { criteria: 'TEXT_EQUAL_TO', args: ['Red'] },
    style: {
      background: '#b3261e',
      fontColor: '#ffffff',
      bold: null,
      italic: null,
      strikethrough: null,
      underline: null,
    },
    gradient: null,
  });
  accounts.columnWidths.set(1, 200).set(4, 140).set(5, 320);
  accounts.frozenRows = 1;
  accounts.frozenColumns = 2;
  addSheetModel(health, 'Hidden').hidden = true;
  addSheetModel(health, 'Settings').tabColor = '#0b57d0';
  const data = createWorkbook(state, { id: 'data', name: 'Kenshin Data', sheet: 'Usage', rows: 20_001, columns: 8 });
  const usage = data.sheets[0];
  if (!usage) throw new Error('no tab');
  for (let row = 0; row <= 20_000; row++) {
    putValue(usage, row, 0, row === 0 ? 'Row' : row);
    putValue(usage, row, 1, row === 0 ? 'Value' : `value ${row}`);
  }
  usage.frozenRows = 1;
  state.ui.menus.set('Kenshin', {
    caption: 'Kenshin',
    addon: false,
    items: [
      { kind: 'item', caption: 'Open sidebar', functionName: 'showSidebar' },
      { kind: 'separator' },
      { kind: 'item', caption: 'Run now', functionName: 'menuRunNow' },
    ],
  });
  return state;
}

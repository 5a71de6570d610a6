/** Where a tab stands and who writes it, for the tabs of rows that are most common. */
export const SHOWN = { workbook: 'health', writer: 'script', kind: 'table' } as const;
export const ENTERED = { workbook: 'health', writer: 'people', kind: 'table' } as const;
export const KEPT = { workbook: 'data', writer: 'script', kind: 'table' } as const;

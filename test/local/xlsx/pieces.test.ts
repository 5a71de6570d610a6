import fc from 'fast-check';
import { RunLayer } from '../../../scripts/local/gas/spreadsheet/run-layer';
import { fileFormula, sheetsFormula } from '../../../scripts/local/xlsx/formula-text';
import { areasByValue } from '../../../scripts/local/xlsx/layer-areas';
import { movedFormula } from '../../../scripts/local/xlsx/shared-formula';
import { readSheet } from '../../../scripts/local/xlsx/sheet-reader';
import { readStrings } from '../../../scripts/local/xlsx/string-reader';
import { styleReader } from '../../../scripts/local/xlsx/style-reader';
import { fromXstring, xmlAttribute, xmlText } from '../../../scripts/local/xlsx/xml';
import { xmlTree } from '../../../scripts/local/xlsx/xml-tree';
import { area } from './sample-workbook';

describe('text in XML', () => {
  it('comes back as it was, from elements and from attributes', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('_x0041_x0042_', '\ud800a', '\r\n\t"<&>', '￾'),
    );
    fc.assert(
      fc.property(text, (value) => {
        const node = xmlTree(`<a b="${xmlAttribute(value)}">${xmlText(value)}</a>`);
        expect([fromXstring(node.text), fromXstring(node.attributes.b as string)]).toEqual([value, value]);
      }),
    );
  });

  it('is plain where nothing needs care', () => {
    expect(xmlText('健診 A-1')).toBe('健診 A-1');
    expect(xmlText('a\nb\r')).toBe('a\nb_x000D_');
  });
});

describe('rectangles of a layer', () => {
  it('cover each value exactly once', () => {
    const fill = fc.tuple(
      fc.nat(5),
      fc.nat(5),
      fc.integer({ min: 1, max: 4 }),
      fc.integer({ min: 1, max: 4 }),
      fc.nat(2),
    );
    fc.assert(
      fc.property(fc.array(fill, { maxLength: 6 }), (fills) => {
        const layer = new RunLayer<number>();
        for (const [row, column, rows, columns, value] of fills) layer.fill({ row, column, rows, columns }, value);
        const covered = new Map<string, number[]>();
        for (const [value, areas] of areasByValue(layer)) {
          for (const { row, column, rows, columns } of areas) {
            for (let r = row; r < row + rows; r++) {
              for (let c = column; c < column + columns; c++)
                covered.set(`${r},${c}`, [...(covered.get(`${r},${c}`) ?? []), value]);
            }
          }
        }
        for (let r = 0; r < 10; r++) {
          for (let c = 0; c < 10; c++) {
            const value = layer.at(r, c);
            expect(covered.get(`${r},${c}`)).toEqual(value === undefined ? undefined : [value]);
          }
        }
      }),
    );
  });

  it('join neighbouring columns', () => {
    const layer = new RunLayer<string>();
    layer.fill(area(1, 2, 5, 3), 'a');
    expect([...areasByValue(layer)]).toEqual([['a', [area(1, 2, 5, 3)]]]);
  });
});

describe('formulas', () => {
  it('that every program knows stay as they are', () => {
    for (const formula of ['=A1+B2*2', '=IF(SUM(A:A)>0,"yes","no")', "='My Tab'!$A$1", '=HYPERLINK("#gid=0","here")']) {
      expect(fileFormula(formula, null)).toBe(formula.slice(1));
    }
  });

  it('of Sheets come back from their wrapper', () => {
    for (const formula of ['=SPARKLINE(A1:B1)', '=SUM(A2:A)', '={1;2}', '=JOIN(", ",A1:A3)']) {
      const wrapped = fileFormula(formula, 'a "b"');
      expect(wrapped.startsWith('IFERROR(__xludf.DUMMYFUNCTION(')).toBe(true);
      expect(sheetsFormula(wrapped)).toBe(formula);
    }
  });

  it('of newer functions lose the prefix that files give them', () => {
    expect(sheetsFormula('_xlfn.XLOOKUP(A1,B:B,C:C)+_xlfn._xlws.FILTER(A1:A3,B1:B3)')).toBe(
      '=XLOOKUP(A1,B:B,C:C)+FILTER(A1:A3,B1:B3)',
    );
  });

  it('move with their cell, text and names untouched', () => {
    expect(movedFormula('SUM(A1:B$2)+$C3&"A1"', 2, 1)).toBe('SUM(B3:C$2)+$C5&"A1"');
    expect(movedFormula("'Tab A1'!A1*Rate", 1, 0)).toBe("'Tab A1'!A2*Rate");
    expect(movedFormula('LOG10(A:A)', 3, 2)).toBe('LOG10(C:C)');
  });
});

describe('reading a worksheet', () => {
  const cells = (rows: string): ReturnType<typeof readSheet> =>
    readSheet(`<x:worksheet xmlns:x="m"><x:sheetData>${rows}</x:sheetData></x:worksheet>`, ['zero', 'one']);

  it('places cells without addresses after one another', () => {
    const { values } = cells(
      '<x:row><x:c><x:v>1</x:v></x:c><x:c><x:v>2</x:v></x:c></x:row><x:row><x:c><x:v>3</x:v></x:c></x:row>',
    );
    expect(values).toEqual([[1, 3], [2]]);
  });

  it('reads every type of cell', () => {
    const { values } = cells(
      '<x:row r="2"><x:c r="A2" t="s"><x:v>1</x:v></x:c><x:c r="B2" t="b"><x:v>1</x:v></x:c>' +
        '<x:c r="C2" t="inlineStr"><x:is><x:r><x:t>健</x:t></x:r><x:rPh><x:t>ケン</x:t></x:rPh><x:r><x:t>診</x:t></x:r></x:is></x:c>' +
        '<x:c r="D2" t="e"><x:v>#N/A</x:v></x:c><x:c r="E2" t="d"><x:v>2026-01-01T06:00:00</x:v></x:c>' +
        '<x:c r="F2" t="str"><x:v>a_x000D_b</x:v></x:c><x:c r="AA2"><x:v>1e3</x:v></x:c></x:row>',
    );
    expect(values.map((column) => column[1])).toEqual(
      expect.arrayContaining(['one', true, '健診', '#N/A', 46023.25, 'a\rb', 1000]),
    );
    expect(values[26]?.[1]).toBe(1000);
    expect(values[0]?.[0]).toBeNull();
  });
});

describe('shared texts', () => {
  it('leave out readings above characters and join rich text', () => {
    const xml =
      '<sst><si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh></si>' +
      '<si><r><rPr><b/></rPr><t>a</t></r><r><t xml:space="preserve"> b</t></r></si><si/></sst>';
    expect(readStrings(xml)).toEqual(['東京', 'a b', '']);
  });
});

describe('colours of a theme', () => {
  it('are taken with their tint', () => {
    const theme =
      '<a:theme xmlns:a="a"><a:themeElements><a:clrScheme><a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1>' +
      '<a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1><a:dk2><a:srgbClr val="44546A"/></a:dk2>' +
      '<a:lt2><a:srgbClr val="E7E6E6"/></a:lt2><a:accent1><a:srgbClr val="4472C4"/></a:accent1></a:clrScheme></a:themeElements></a:theme>';
    const fill = (attributes: string): string =>
      `<fill><patternFill patternType="solid"><fgColor ${attributes}/></patternFill></fill>`;
    const styles =
      `<styleSheet><fonts><font><sz val="11"/></font></fonts><fills>${fill('theme="4"')}${fill('theme="0" tint="-0.5"')}` +
      `${fill('theme="1" tint="0.2"')}</fills><cellXfs><xf fillId="0"/><xf fillId="1"/><xf fillId="2"/></cellXfs></styleSheet>`;
    // Accent 1; white half as bright (127.5 rounds to 128); black a fifth of the way to white (51).
    expect(styleReader(styles, theme).looks.map((look) => look.background)).toEqual(['#4472c4', '#808080', '#333333']);
  });
});

describe('number formats of other programs', () => {
  it('lose the escapes that dates are given', () => {
    const styles =
      '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="yyyy\\-mm\\-dd;@"/></numFmts>' +
      '<cellXfs><xf numFmtId="170"/><xf numFmtId="14"/><xf numFmtId="0"/></cellXfs></styleSheet>';
    expect(styleReader(styles, null).looks).toEqual([
      { numberFormat: 'yyyy-mm-dd' },
      { numberFormat: 'yyyy/mm/dd' },
      {},
    ]);
  });
});

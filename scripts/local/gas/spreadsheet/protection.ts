import * as take from './arguments';
import { arrayOf, type Context, chargeRead, chargeWrite, makeFace } from './context';
import { READ_FORMATS, STRUCTURE } from './costs';
import type { ProtectionModel, SheetModel, WorkbookModel } from './model';
import { mayEditProtected, PROTECTED } from './permissions';
import { makeRange } from './range/range';
import type { RangeTarget } from './range/target';
import { makeUser, person } from './user';

/** Protects a rectangle, or the whole tab for null; an existing protection of a tab is given again. */
export function protect(context: Context, target: Omit<RangeTarget, 'area'> & { area: RangeTarget['area'] | null }) {
  const { workbook, sheet, area } = target;
  const known = area === null ? sheet.protections.find((candidate) => candidate.kind === 'SHEET') : undefined;
  if (known) return makeProtection(context, workbook, sheet, known);
  const protection: ProtectionModel = {
    id: workbook.nextId++,
    kind: area === null ? 'SHEET' : 'RANGE',
    area,
    description: '',
    editors: null,
    warningOnly: false,
    domainEdit: false,
    unprotected: [],
    rangeName: null,
  };
  sheet.protections.push(protection);
  return makeProtection(context, workbook, sheet, protection);
}

/** A protection. Source: Apps Script reference, Protection. */
export function makeProtection(
  context: Context,
  workbook: WorkbookModel,
  sheet: SheetModel,
  protection: ProtectionModel,
): object {
  const email = context.host.user.email;
  const canEdit = () => mayEditProtected(workbook, protection, email);
  /** Editors as listed: the owner is not among them. */
  const editors = () => protection.editors ?? workbook.editors.filter((editor) => editor !== workbook.owner);
  const read = (name: string) => chargeRead(context, `Protection.${name}`, READ_FORMATS);
  const change = (name: string, work: () => void) => {
    chargeWrite(context, workbook, `Protection.${name}`, STRUCTURE);
    if (!canEdit()) context.host.fail(PROTECTED);
    work();
    return face;
  };
  const add = (name: string, people: readonly string[]) =>
    change(name, () => {
      const own = email === '' || email === workbook.owner ? [] : [email];
      protection.editors = [...new Set([...editors(), ...own, ...people])].filter((who) => who !== workbook.owner);
    });
  // Neither the owner nor whoever runs the script can be removed.
  const remove = (name: string, people: readonly string[]) =>
    change(name, () => {
      protection.editors = editors().filter((who) => who === email || !people.includes(who));
    });
  const face: object = makeFace(
    context,
    'Protection',
    {
      addEditor: take.method(context, 'Protection.addEditor', [person], (who) => add('addEditor', [who])),
      addEditors: take.method(context, 'Protection.addEditors', [take.list(take.text)], (all) =>
        add('addEditors', all),
      ),
      removeEditor: take.method(context, 'Protection.removeEditor', [person], (who) => remove('removeEditor', [who])),
      removeEditors: take.method(context, 'Protection.removeEditors', [take.list(person)], (all) =>
        remove('removeEditors', all),
      ),
      getEditors: take.method(context, 'Protection.getEditors', [], () => {
        read('getEditors');
        return arrayOf(
          context,
          editors().map((who) => makeUser(context, who)),
        );
      }),
      canEdit: take.method(context, 'Protection.canEdit', [], () => {
        read('canEdit');
        return canEdit();
      }),
      canDomainEdit: take.method(context, 'Protection.canDomainEdit', [], () => {
        read('canDomainEdit');
        return protection.domainEdit;
      }),
      setDomainEdit: take.method(context, 'Protection.setDomainEdit', [take.flag], (editable) =>
        change('setDomainEdit', () => {
          protection.domainEdit = editable;
        }),
      ),
      getDescription: take.method(context, 'Protection.getDescription', [], () => {
        read('getDescription');
        return protection.description;
      }),
      setDescription: take.method(context, 'Protection.setDescription', [take.text], (description) =>
        change('setDescription', () => {
          protection.description = description;
        }),
      ),
      isWarningOnly: take.method(context, 'Protection.isWarningOnly', [], () => {
        read('isWarningOnly');
        return protection.warningOnly;
      }),
      setWarningOnly: take.method(context, 'Protection.setWarningOnly', [take.flag], (warningOnly) =>
        change('setWarningOnly', () => {
          protection.warningOnly = warningOnly;
        }),
      ),
      getProtectionType: take.method(
        context,
        'Protection.getProtectionType',
        [],
        () => context.enums.spreadsheet.ProtectionType[protection.kind],
      ),
      getRange: take.method(context, 'Protection.getRange', [], () => {
        read('getRange');
        const whole = { row: 0, column: 0, rows: sheet.maxRows, columns: sheet.maxColumns };
        return makeRange(context, { workbook, sheet, area: protection.area ?? whole });
      }),
      setRange: take.method(context, 'Protection.setRange', [take.face<RangeTarget>('Range')], (range) =>
        change('setRange', () => {
          protection.area = range.area;
        }),
      ),
      getRangeName: take.method(context, 'Protection.getRangeName', [], () => {
        read('getRangeName');
        return protection.rangeName;
      }),
      getUnprotectedRanges: take.method(context, 'Protection.getUnprotectedRanges', [], () => {
        read('getUnprotectedRanges');
        return arrayOf(
          context,
          protection.unprotected.map((area) => makeRange(context, { workbook, sheet, area })),
        );
      }),
      setUnprotectedRanges: take.method(
        context,
        'Protection.setUnprotectedRanges',
        [take.list(take.face<RangeTarget>('Range'))],
        (ranges) =>
          change('setUnprotectedRanges', () => {
            protection.unprotected = ranges.map((range) => range.area);
          }),
      ),
      remove: take.method(context, 'Protection.remove', [], () => {
        change('remove', () => sheet.protections.splice(sheet.protections.indexOf(protection), 1));
      }),
    },
    protection,
  );
  return face;
}

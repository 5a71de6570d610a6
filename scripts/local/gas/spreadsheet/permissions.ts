import { type Area, contains, overlap } from './area';
import { type Context, refuseWrite } from './context';
import type { ProtectionModel, SheetModel, WorkbookModel } from './model';

export const PROTECTED =
  'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.';

/** Whether the file lets the user read it. A file without an owner is everybody's. */
export function mayOpen(workbook: WorkbookModel, email: string): boolean {
  return mayEditFile(workbook, email) || workbook.viewers.includes(email);
}

function mayEditFile(workbook: WorkbookModel, email: string): boolean {
  return workbook.owner === '' || workbook.owner === email || workbook.editors.includes(email);
}

/**
 * Whether a protection lets the user edit. The owner always may; while nobody was added or removed the rights mirror
 * the file's. Source: Apps Script reference, Sheet.protect.
 */
export function mayEditProtected(workbook: WorkbookModel, protection: ProtectionModel, email: string): boolean {
  if (workbook.owner === '' || workbook.owner === email) return true;
  return protection.editors === null ? mayEditFile(workbook, email) : protection.editors.includes(email);
}

/**
 * Refuses to change cells of `area` that the user may not edit; false means leave them alone (the refusal comes
 * later). Warnings do not stop scripts.
 */
export function allowEdit(context: Context, workbook: WorkbookModel, sheet: SheetModel, area: Area): boolean {
  const { email } = context.host.user;
  if (!mayEditFile(workbook, email)) return refuseWrite(context, PROTECTED);
  for (const protection of sheet.protections) {
    if (protection.warningOnly || mayEditProtected(workbook, protection, email)) continue;
    const covered = protection.area === null || overlap(protection.area, area);
    if (covered && !protection.unprotected.some((hole) => contains(hole, area))) return refuseWrite(context, PROTECTED);
  }
  return true;
}

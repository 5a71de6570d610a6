import type { Config } from '../../domain/config/config';
import { say, type Text } from '../../domain/text';
import type { CellChange, ConfigVersionView, SavedView } from '../../domain/tuning-views';
import { KenshinError } from '../../errors';
import type { Platform, Workbook } from '../../ports';
import { diffConfig } from '../../tables/config/diff';
import type { ConfigGrids } from '../../tables/config/grids';
import { parseConfig } from '../../tables/config/parse-config';
import { restoreConfig } from '../../tables/config/versions';
import type { TabRecord } from '../../tables/rows';
import { parseTabs, readConfigGrids } from '../configuration';
import { holding } from '../holding';
import { notSetUp, type Said } from '../messages';
import { withChanges } from './cell-changes';
import { faultViews } from './fault-view';
import * as messages from './messages';
import { beginRestoring, finishRestoring } from './restoring';
import { addVersion, readVersions, writeVersions } from './version-ledger';

/** Lines of what a version changed that the page shows. */
const SHOWN_CHANGES = 20;

/** Longest comment; a cell holds 50,000 characters (Google Sheets limits). */
const LONGEST_COMMENT = 10_000;

/** Every version, newest first. */
export function viewVersions(platform: Platform): ConfigVersionView[] {
  return viewsOf(readVersions(platform.workbooks.health()));
}

/** Cells that a page changed, and the version of the tabs on which it did so. */
export interface Changed {
  readonly cells: readonly CellChange[];
  readonly base: string;
}

/**
 * Makes the configuration in the tabs a version with a comment; with `changed`, these cells are written to the tabs
 * first. Nothing is saved with errors in it, which are answered, nor where the tabs are no longer what the page changed:
 * then what others did is told. A version in force that has no comment yet gets this one. Throws KenshinError: `input`
 * where nothing has changed, `busy` while a run works.
 */
export function saveVersion(platform: Platform, comment: string, changed: Changed | null = null): SavedView {
  return holding(platform, () => {
    const health = platform.workbooks.health();
    finishRestoring(platform, health);
    const standing = readVersions(health);
    if (standing.length === 0) throw refusal(notSetUp());
    const tabs = readConfigGrids(health);
    const conflict = changed ? changesSince(changed.base, standing, tabs) : [];
    if (conflict.length > 0) return { version: null, faults: [], conflict };
    const grids = changed ? withChanges(tabs, changed.cells) : tabs;
    const { config, problems } = parseTabs(platform, grids);
    if (config === null) return { version: null, faults: faultViews(problems), conflict };
    // A cell that begins with = is read as a formula, not as words.
    const words = comment
      .replace(/^[\s=]+/, '')
      .trim()
      .slice(0, LONGEST_COMMENT);
    const last = standing[standing.length - 1];
    if (last?.['Config Version'] === config.version) {
      if (words === '' || last.Comment !== null) throw refusal(messages.nothingChanged(config.version));
      const commented = [...standing.slice(0, -1), { ...last, Comment: words }];
      writeVersions(health, commented, config.settings.language);
      return { version: viewsOf(commented)[0] ?? null, faults: faultViews(problems), conflict };
    }
    const author = platform.person.email();
    const { versions, problem } = addVersion(platform, health, standing, { config, grids, author, comment: words });
    if (problem) return { version: null, faults: faultViews([problem, ...problems]), conflict };
    if (changed) beginRestoring(platform, health, String(versions[versions.length - 1]?.['Version ID']));
    return { version: viewsOf(versions)[0] ?? null, faults: faultViews(problems), conflict };
  });
}

/** What differs between the tabs and the version on which a page worked, a line each; nothing where they are the same. */
function changesSince(base: string, standing: readonly TabRecord[], tabs: ConfigGrids): readonly Text[] {
  const last = standing[standing.length - 1];
  const now = parseConfig(tabs).config?.version ?? last?.['Config Version'];
  if (now === base) return [];
  const known = standing.find((record) => record['Config Version'] === base);
  const lines = known ? diffConfig(restoreConfig(known) ?? tabs, tabs) : [];
  return lines.length > 0 ? lines : [messages.changedElsewhere(String(last?.['Author Email'] ?? ''))];
}

/**
 * Brings the tabs back to a version, which becomes the newest one. Tabs that were changed and not saved since become a
 * version before. Throws KenshinError: `input` for a version that cannot be restored, `busy` while a run works.
 */
export function restoreVersion(platform: Platform, versionId: string): ConfigVersionView[] {
  return holding(platform, () => {
    const health = platform.workbooks.health();
    finishRestoring(platform, health);
    const standing = readVersions(health);
    if (standing.length === 0) throw refusal(notSetUp());
    const record = standing.find((one) => one['Version ID'] === versionId);
    if (!record) throw refusal(messages.noSuchVersion());
    const grids = restoreConfig(record);
    const config = grids && parseConfig(grids).config;
    if (!grids || !config) throw refusal(messages.notRestorable(String(record['Config Version'])));
    const kept = keepUnsaved(platform, health, standing, config);
    const { versions } = addVersion(platform, health, kept, {
      config,
      grids,
      author: platform.person.email(),
      comment: say(
        messages.restored(config.version, String(record['Saved Timestamp'] ?? '')),
        config.settings.language,
      ),
    });
    beginRestoring(platform, health, String(versions[versions.length - 1]?.['Version ID']));
    return viewsOf(versions);
  });
}

/** Nobody loses work: what stands in the tabs and can be used is a version before another one takes its place. */
function keepUnsaved(
  platform: Platform,
  health: Workbook,
  standing: readonly TabRecord[],
  restored: Config,
): readonly TabRecord[] {
  const grids = readConfigGrids(health);
  const { config } = parseConfig(grids);
  const last = standing[standing.length - 1];
  if (config === null || config.version === last?.['Config Version']) return standing;
  const comment = say(messages.beforeRestoring(restored.version), config.settings.language);
  return addVersion(platform, health, standing, { config, grids, author: platform.person.email(), comment }).versions;
}

function viewsOf(versions: readonly TabRecord[]): ConfigVersionView[] {
  return versions.map((record, index) => viewOf(record, index === versions.length - 1)).reverse();
}

function viewOf(record: TabRecord, inForce: boolean): ConfigVersionView {
  const text = (name: string): string => String(record[name] ?? '');
  const changes = text('Change Note').split('\n').filter(Boolean);
  return {
    id: text('Version ID'),
    version: text('Config Version'),
    savedAt: text('Saved Timestamp'),
    author: text('Author Email'),
    comment: text('Comment'),
    changes: changes.slice(0, SHOWN_CHANGES),
    moreChanges: Math.max(0, changes.length - SHOWN_CHANGES),
    inForce,
    restorable: text('Snapshot 1') !== '',
  };
}

function refusal({ text, next }: Said): KenshinError {
  return new KenshinError('input', text, next);
}

import type { Config } from '../../domain/config/config';
import { say } from '../../domain/text';
import type { ConfigVersionView, SavedView } from '../../domain/tuning-views';
import { KenshinError } from '../../errors';
import type { Platform, Workbook } from '../../ports';
import { parseConfig } from '../../tables/config/parse-config';
import { restoreConfig } from '../../tables/config/versions';
import type { TabRecord } from '../../tables/rows';
import { readConfigGrids } from '../configuration';
import { holding } from '../holding';
import { notSetUp, type Said } from '../messages';
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

/**
 * Makes the configuration in the tabs a version with a comment. With errors in it nothing is saved, and they are
 * answered; a version in force that has no comment yet gets this one. Throws KenshinError: `input` where nothing has
 * changed, `busy` while a run works.
 */
export function saveVersion(platform: Platform, comment: string): SavedView {
  return holding(platform, () => {
    const health = platform.workbooks.health();
    finishRestoring(platform, health);
    const standing = readVersions(health);
    if (standing.length === 0) throw refusal(notSetUp());
    const grids = readConfigGrids(health);
    const { config, problems } = parseConfig(grids);
    if (config === null) return { version: null, faults: faultViews(problems) };
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
      return { version: viewsOf(commented)[0] ?? null, faults: faultViews(problems) };
    }
    const author = platform.person.email();
    const { versions, problem } = addVersion(platform, health, standing, { config, grids, author, comment: words });
    if (problem) return { version: null, faults: faultViews([problem, ...problems]) };
    return { version: viewsOf(versions)[0] ?? null, faults: faultViews(problems) };
  });
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

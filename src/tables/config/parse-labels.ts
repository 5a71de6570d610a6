import type { Cap, Member, Quadrant, Stage } from '../../domain/config/config';
import { implies } from '../../domain/expression/implies';
import { foldColumn } from '../../domain/expression/plain-text';
import type { ReadRecord } from '../rows';
import { foldId, type Identities } from './identities';
import { says } from './messages';
import { ruleOf, type Vocabulary } from './rules';
import { bilingual, flagOf, numberOf, type Section, textOf } from './section';

/** The Caps tab; a row whose condition cannot be read is left out. */
export function parseCaps(section: Section, words: Vocabulary): readonly Cap[] {
  const caps: Cap[] = [];
  for (const record of section.records) {
    const condition = ruleOf(section, record, 'Condition', words);
    if (condition === null) continue;
    caps.push({
      id: textOf(record, 'Cap ID'),
      condition,
      highestScore: numberOf(record, 'Highest Score') ?? 0,
      reason: bilingual(record, 'Reason', 'Reason Ja'),
      enabled: flagOf(record, 'Enabled') ?? false,
    });
  }
  return caps;
}

/** The Stages tab; a row below one without a rule, or with one that takes all its accounts, is never reached. */
export function parseStages(section: Section, words: Vocabulary): readonly Stage[] {
  let open: string | null = null;
  const stages: Stage[] = [];
  for (const record of section.records) {
    const id = textOf(record, 'Stage');
    if (open !== null) section.fault(record, 'Stage', 'segment.unreachable', says.segmentUnreachable(open));
    const rule = ruleOf(section, record, 'Rule', words);
    const taker = rule && stages.find((before) => before.rule && implies(rule, before.rule));
    if (taker) section.fault(record, 'Rule', 'segment.overlap', says.segmentOverlap(taker.id));
    if (record.values.Rule === null && !record.refused.has('Rule')) open ??= id;
    stages.push({ id, name: bilingual(record, 'Stage', 'Name Ja'), rule });
  }
  return stages;
}

/** The Quadrants tab. */
export function parseQuadrants(
  section: Section,
  metrics: Identities,
  dimensions: Identities,
  off: ReadonlySet<string>,
): readonly Quadrant[] {
  const axis = (record: ReadRecord, header: string): string => {
    const name = textOf(record, header);
    const folded = foldId(name);
    if (name === '' || folded === 'score') return folded;
    const found = metrics?.get(folded) ?? dimensions?.get(folded);
    if (found === undefined && metrics && dimensions) section.fault(record, header, 'axis.unknown', says.axis(name));
    if (off.has(foldColumn(name))) section.fault(record, header, 'metric.off', says.metricOff(name), 'warning');
    return found ?? name;
  };
  return section.records.map((record) => ({
    id: textOf(record, 'Quadrant'),
    name: bilingual(record, 'Quadrant', 'Name Ja'),
    xAxis: axis(record, 'X Axis'),
    yAxis: axis(record, 'Y Axis'),
    xSplit: numberOf(record, 'X High From') ?? 0,
    ySplit: numberOf(record, 'Y High From') ?? 0,
    names: {
      highHigh: bilingual(record, 'High High', 'High High Ja'),
      highLow: bilingual(record, 'High Low', 'High Low Ja'),
      lowHigh: bilingual(record, 'Low High', 'Low High Ja'),
      lowLow: bilingual(record, 'Low Low', 'Low Low Ja'),
    },
  }));
}

/** The Members tab. */
export function parseMembers(section: Section): readonly Member[] {
  return section.records.map((record) => ({
    email: textOf(record, 'Email'),
    name: textOf(record, 'Name'),
    role: textOf(record, 'Role') as Member['role'],
    team: textOf(record, 'Team'),
  }));
}

import type { TriggerState, Triggers } from '../ports';

type Trigger = GoogleAppsScript.Script.Trigger;

/** Time triggers of the current user; those of others are invisible to a script (Apps Script, installable triggers). */
export const googleTriggers: Triggers = {
  list: () => ScriptApp.getProjectTriggers().map(stateOf),
  everyHours: (handler, hours) => stateOf(ScriptApp.newTrigger(handler).timeBased().everyHours(hours).create()),
  daily: (handler, hour, zone) =>
    stateOf(ScriptApp.newTrigger(handler).timeBased().everyDays(1).atHour(hour).inTimezone(zone).create()),
  after: (handler, milliseconds) => stateOf(ScriptApp.newTrigger(handler).timeBased().after(milliseconds).create()),
  remove: (id) => {
    for (const trigger of ScriptApp.getProjectTriggers()) {
      if (trigger.getUniqueId() === id) ScriptApp.deleteTrigger(trigger);
    }
  },
};

function stateOf(trigger: Trigger): TriggerState {
  return { id: trigger.getUniqueId(), handler: trigger.getHandlerFunction() };
}

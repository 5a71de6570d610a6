import { Session } from 'node:inspector/promises';

/** Processor seconds of a piece of work by where they were spent. */
export interface CpuSeconds {
  /** In the shipped script, and in what it called of the language. */
  readonly script: number;
  /** In the stand-ins for Google's services. */
  readonly services: number;
}

/** Does the work and tells whose the time was: of every sample, the innermost frame that has a file decides. */
export async function profiled(work: () => void): Promise<CpuSeconds> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: 5000 });
  await session.post('Profiler.start');
  const before = process.cpuUsage();
  work();
  const used = process.cpuUsage(before);
  const { profile } = await session.post('Profiler.stop');
  session.disconnect();
  const parents = new Map<number, number>();
  const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
  for (const node of profile.nodes) for (const child of node.children ?? []) parents.set(child, node.id);
  const ofScript = (id: number | undefined): boolean => {
    for (let at = id; at !== undefined; at = parents.get(at)) {
      const url = nodes.get(at)?.callFrame.url ?? '';
      if (url !== '') return !/scripts\/|node_modules\/|^node:/.test(url.replace(/\\/g, '/'));
    }
    return false;
  };
  const samples = { script: 0, services: 0 };
  for (const id of profile.samples ?? []) {
    const name = nodes.get(id)?.callFrame.functionName;
    if (name === '(idle)' || name === '(program)') continue;
    samples[ofScript(id) ? 'script' : 'services']++;
  }
  // Samples are taken by the clock on the wall; other work on the machine must not count.
  const seconds = (used.user + used.system) / 1e6 / Math.max(1, samples.script + samples.services);
  return { script: samples.script * seconds, services: samples.services * seconds };
}

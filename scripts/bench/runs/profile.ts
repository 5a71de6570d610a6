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
  work();
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
  const spent = { script: 0, services: 0 };
  profile.samples?.forEach((id, index) => {
    const name = nodes.get(id)?.callFrame.functionName;
    if (name === '(idle)' || name === '(program)') return;
    const seconds = Math.max(0, profile.timeDeltas?.[index] ?? 0) / 1e6;
    if (ofScript(id)) spent.script += seconds;
    else spent.services += seconds;
  });
  return spent;
}

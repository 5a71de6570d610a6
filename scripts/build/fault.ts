/** Something that must not ship: where it stands and what to do about it. */
export interface Fault {
  /** Path from the project's root, with `/`. */
  readonly file: string;
  /** 1 for the first line; 0 where the whole file is meant. */
  readonly line: number;
  /** What is wrong and the way out, in one sentence or two. */
  readonly what: string;
}

/** `src/main.ts:12: ...`, one fault a line. */
function listed(faults: readonly Fault[]): string {
  return faults.map(({ file, line, what }) => `${line > 0 ? `${file}:${line}` : file}: ${what}`).join('\n');
}

/** A build that was refused; the message lists every fault. */
export class BuildRefused extends Error {
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    super(listed(faults));
    this.name = 'BuildRefused';
    this.faults = faults;
  }
}

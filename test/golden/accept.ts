import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ACCEPTED, goldenFiles } from './portfolio';

// Takes the scores as they are now for the accepted ones; the change is then reviewed in version control.
const files = goldenFiles();
rmSync(ACCEPTED, { recursive: true, force: true });
mkdirSync(ACCEPTED, { recursive: true });
for (const [file, text] of files) writeFileSync(join(ACCEPTED, file), text);
console.log(`${files.size} files accepted in test/golden/portfolio; review them with: git diff test/golden`);

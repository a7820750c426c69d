import { fileURLToPath } from 'node:url';
import { runEditor } from '../runEditor.mjs';

const script = fileURLToPath(new URL('check.lua', import.meta.url));

await runEditor('nvim', ['--headless', '-u', 'NONE', '-i', 'NONE', '-n', '-c', `luafile ${script}`]);

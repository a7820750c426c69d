import { fileURLToPath } from 'node:url';
import { runEditor } from '../runEditor.mjs';

const script = fileURLToPath(new URL('check.el', import.meta.url));

// `-q`, not `-Q`: eglot lies in the site's folder.
await runEditor('emacs', ['-q', '--batch', '--load', script]);

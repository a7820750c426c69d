// The layers of house.md, section 3. Who may import whom; no cycles anywhere.
const layer = (from, allowed, comment) => ({
  name: `${from}-imports-only-below`,
  comment,
  severity: 'error',
  from: { path: `^server/src/${from}/` },
  to: { path: '^(server|client|test)/', pathNot: allowed.map((path) => `^server/src/${path}`) },
});
const noPackages = (path, allowed) => ({
  name: `${path.replaceAll('/', '-')}-packages`,
  severity: 'error',
  from: { path: `^${path}/` },
  to: {
    dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'core', 'undetermined', 'unknown'],
    pathNot: allowed,
  },
});

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, path: '^(server|client)/src/', pathNot: '\\.d\\.ts$' },
      to: {},
    },
    layer('core', ['core/'], 'The core is pure: text and data in, data out.'),
    layer('formats', ['formats/', 'core/']),
    layer('training', ['training/', 'core/']),
    layer('store', ['store/', 'core/']),
    layer('service', ['service/', 'core/', 'formats/', 'store/ports']),
    layer('protocol', ['protocol/']),
    layer('lsp', ['lsp/', 'core/', 'service/', 'store/ports', 'protocol/']),
    layer(
      'node',
      [
        'node/',
        'core/',
        'service/(ports|answers|index|extractedTexts)',
        'service/adding/ports',
        'store/ports',
        'formats/(yamlFile|authority/)',
      ],
      "Its threads run the service's indexer.",
    ),
    noPackages('server/src/core', []),
    noPackages('server/src/protocol', []),
    {
      ...noPackages('server/src/store', []),
      from: { path: '^server/src/store/', pathNot: '^server/src/store/sqlite/' },
    },
    {
      name: 'sqlite-brings-no-packages',
      comment: 'The persisted store uses what Node has: node:sqlite, files, zlib.',
      severity: 'error',
      from: { path: '^server/src/store/sqlite/' },
      to: { dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'undetermined', 'unknown'] },
    },
    noPackages('server/src/training', []),
    noPackages('server/src/service', []),
    noPackages('server/src/formats', [
      'node_modules/(@citation-js/(core|plugin-bibtex)|chardet|yaml|linkedom|defuddle|fflate|htmlparser2|postal-mime|papaparse|unpdf)/',
    ]),
    noPackages('server/src/lsp', ['node_modules/vscode-languageserver']),
    {
      name: 'client-speaks-protocol-only',
      severity: 'error',
      from: { path: '^client/src/' },
      to: { path: '^server/src/', pathNot: '^server/src/protocol/' },
    },
    {
      name: 'view-models-know-no-editor',
      comment: 'A view model is tested without an editor.',
      severity: 'error',
      from: { path: '^client/src/corpusView/.*[mM]odel\\.ts$' },
      to: { pathNot: ['^server/src/protocol/', '^client/src/corpusView/.*[mM]odel\\.ts$'] },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'types', 'default'],
    },
    exclude: { path: '^(out|dist)/' },
  },
};

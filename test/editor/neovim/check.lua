-- Neovim's own client against the server over stdio; prints the Test Anything Protocol.
-- It knows neither pull diagnostics nor dynamic file watching: the server must serve it all the same.
local workspace = vim.env.FUNDSTELLE_WORKSPACE
local draft = workspace .. '/drafts/analyse-gipfel.md'
local patience = 20000
local tests = 0

local function print_line(text) io.stdout:write(text .. '\n') end

local function test(name, check)
  tests = tests + 1
  local passed, reason = pcall(check)
  print_line((passed and 'ok ' or 'not ok ') .. tests .. ' - ' .. name .. (passed and '' or ': ' .. tostring(reason)))
end

local function wait_for(what, condition)
  assert(vim.wait(patience, condition, 50), 'not in time: ' .. what)
end

vim.cmd('edit ' .. draft)
local client_id = vim.lsp.start_client({
  name = 'fundstelle',
  cmd = { 'node', vim.env.FUNDSTELLE_SERVER, '--stdio' },
  root_dir = workspace,
})
vim.lsp.buf_attach_client(0, client_id)
local client = vim.lsp.get_client_by_id(client_id)

-- Parameters for the place where `needle` stands, plus `shift` characters.
local function params_at(needle, shift)
  for line, text in ipairs(vim.api.nvim_buf_get_lines(0, 0, -1, false)) do
    local column = text:find(needle, 1, true)
    if column then
      local character = vim.str_utfindex(text, column - 1) + (shift or 0)
      return { textDocument = vim.lsp.util.make_text_document_params(), position = { line = line - 1, character = character } }
    end
  end
  error(needle .. ' does not stand in the draft')
end

local function request(method, params)
  local answer, failure = client.request_sync(method, params, patience, 0)
  assert(answer and not answer.err, vim.inspect(failure or answer and answer.err))
  return answer.result
end

local function list_of(result) return type(result) == 'table' and result or {} end

-- The index is built in the background: asks until there are passages.
local function wait_for_hover(needle, pattern)
  local value
  wait_for('a card for ' .. needle, function()
    local result = request('textDocument/hover', params_at(needle, 2))
    value = type(result) == 'table' and result.contents and result.contents.value or ''
    return value:find(pattern) ~= nil
  end)
  return value
end

test('initialize', function()
  wait_for('initialize', function() return client.initialized end)
  assert(client.server_capabilities.hoverProvider)
end)

test('hover shows who a name is, with passages', function()
  local card = wait_for_hover('Lawrow in Genf Blinken', 'articles/')
  assert(card:find('Sergej Lawrow', 1, true), card)
end)

test('definition leads to a passage of an article', function()
  local result = request('textDocument/definition', params_at('Lawrow in Genf Blinken', 2))
  local first = vim.tbl_islist(result) and result[1] or result
  local uri = first.targetUri or first.uri
  assert(uri:find('/articles/', 1, true), vim.inspect(result))
end)

test('references lead to many articles', function()
  local params = params_at('Lawrow in Genf Blinken', 2)
  params.context = { includeDeclaration = true }
  wait_for('references to five articles', function()
    local articles = {}
    for _, location in ipairs(list_of(request('textDocument/references', params))) do articles[location.uri] = true end
    return #vim.tbl_keys(articles) >= 5
  end)
end)

test('didChange is followed, and completion replaces the trigger character', function()
  vim.api.nvim_buf_set_lines(0, -1, -1, false, { '', 'Neben ihm saß @Scho' })
  local params = params_at('Neben ihm saß @Scho', 19)
  params.context = { triggerKind = 2, triggerCharacter = '@' }
  local found
  wait_for('Sergej Schoigu', function()
    local result = list_of(request('textDocument/completion', params))
    for _, item in ipairs(result.items or result) do
      if item.label == 'Sergej Schoigu' then found = item end
    end
    return found ~= nil
  end)
  local start = (found.textEdit.range or found.textEdit.replace).start
  assert(start.character == 14, 'the edit starts at ' .. start.character)
end)

test('an unreadable file is reported without being asked for', function()
  wait_for('diagnostics', function()
    for _, diagnostic in ipairs(vim.diagnostic.get()) do
      if vim.api.nvim_buf_get_name(diagnostic.bufnr):find('unlesbar.txt', 1, true) then return true end
    end
    return false
  end)
end)

test('shutdown ends the server', function()
  client.stop()
  wait_for('the end', function() return client.is_stopped() end)
end)

print_line('1..' .. tests)
vim.cmd('qall!')

// An editor of a few lines: speaks the language server protocol with yaml-language-server over its
// standard input and output, and fails where an answer is not what an editor needs.
const { spawn } = require('child_process');
const fs = require('fs');
const path = require('path');
const { pathToFileURL } = require('url');

const schema = pathToFileURL(path.resolve('data/coopdash.schema.json')).href;
const server = spawn('node', [process.env.SERVER, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
const waiting = new Map();
let received = Buffer.alloc(0);
let number = 0;
let failed = 0;

function send(message) {
    const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
    server.stdin.write(`Content-Length: ${body.length}\r\n\r\n`);
    server.stdin.write(body);
}
function wait(name) {
    return new Promise((resolve, reject) => {
        const limit = setTimeout(() => reject(new Error(`no answer: ${name}`)), 30000);
        waiting.set(name, (answer) => { clearTimeout(limit); resolve(answer); });
    });
}
function request(method, params) {
    const id = ++number;
    const answer = wait(id);
    send({ id, method, params });
    return answer;
}
function answered(name, value) {
    const resolve = waiting.get(name);
    waiting.delete(name);
    if (resolve) resolve(value);
}
function receive(message) {
    if (message.method === 'textDocument/publishDiagnostics') {
        answered(message.params.uri, message.params.diagnostics);
    } else if (message.method && message.id !== undefined) {
        // The server asks for settings and for leave to register things.
        const result = message.method === 'workspace/configuration' ? message.params.items.map(() => null) : null;
        send({ id: message.id, result });
    } else if (message.id !== undefined) {
        answered(message.id, message.result);
    }
}
server.stdout.on('data', (chunk) => {
    received = Buffer.concat([received, chunk]);
    for (;;) {
        const end = received.indexOf('\r\n\r\n');
        if (end < 0) return;
        const length = Number(/Content-Length: (\d+)/i.exec(received.subarray(0, end).toString())[1]);
        if (received.length < end + 4 + length) return;
        const body = received.subarray(end + 4, end + 4 + length).toString();
        received = received.subarray(end + 4 + length);
        receive(JSON.parse(body));
    }
});

function check(name, holds, seen) {
    if (!holds) failed += 1;
    console.log(`${holds ? 'ok    ' : 'FAILED'} ${name}${holds ? '' : `: ${JSON.stringify(seen)}`}`);
}
let documents = 0;
async function open(text) {
    const uri = `file:///tmp/document${++documents}.yaml`;
    const marked = wait(uri);
    const whole = `${text.replace(/^\uFEFF/, '')}\n# yaml-language-server: $schema=${schema}\n`;
    send({
        method: 'textDocument/didOpen',
        params: { textDocument: { uri, languageId: 'yaml', version: 1, text: whole } },
    });
    return { uri, marked: await marked };
}
const at = (uri, line, character) => ({ textDocument: { uri }, position: { line, character } });

async function main() {
    await request('initialize', {
        processId: process.pid, rootUri: null, capabilities: { textDocument: { hover: {}, completion: {} } },
    });
    send({ method: 'initialized', params: {} });
    send({
        method: 'workspace/didChangeConfiguration',
        params: { settings: { yaml: { validate: true, completion: true, hover: true, schemaStore: { enable: false } } } },
    });

    const good = fs.readdirSync('tests/documents/good').map((file) => `tests/documents/good/${file}`);
    for (const file of ['data/example.yaml', 'data/template.yaml', ...good].filter((file) => file.endsWith('.yaml'))) {
        // The server knows no lone CR as a line end, which YAML does; the schema is what is looked at here.
        const text = fs.readFileSync(file, 'utf8')
            .replace(/^# yaml-language-server:.*\n/, '').replace(/\r(?!\n)/g, '\n');
        const { marked } = await open(text);
        const mistakes = marked.filter((one) => one.severity === 1).map((one) => `${one.range.start.line + 1}: ${one.message}`);
        check(file, mistakes.length === 0, mistakes);
    }

    const head = 'programme:\n  title: A\n';
    for (const [name, text, line] of [
        ['an unknown key is marked', `${head}  colour: red\n`, 2],
        ['an unknown word is marked', `${head}initiatives:\n  - title: A\n    status: agred\n`, 4],
        ['a date in another form is marked', `${head}initiatives:\n  - title: A\n    due: 31.12.2024\n`, 4],
        ['a value in words is marked', `${head}metrics:\n  - name: A\n    decimals: one\n`, 4],
        ['a label that is no period is marked', `${head}metrics:\n  - name: A\n    values: { last year: 3 }\n`, 4],
        ['an item without a title is marked', `${head}initiatives:\n  - status: agreed\n`, 3],
    ]) {
        const { marked } = await open(text);
        check(name, marked.some((one) => one.range.start.line === line), marked);
    }

    const words = await open(`${head}initiatives:\n  - title: A\n    status: \n`);
    const completed = await request('textDocument/completion', at(words.uri, 4, 12));
    const labels = (completed.items || completed).map((one) => one.label);
    check('the words of a status are completed', ['agreed', 'in_progress', 'completed'].every((one) => labels.includes(one)), labels);

    const keys = await open(`${head}metrics:\n  - name: A\n    \n`);
    const fields = await request('textDocument/completion', at(keys.uri, 4, 4));
    const names = (fields.items || fields).map((one) => one.label);
    check('the keys of a metric are completed', ['values', 'baseline', 'measure'].every((one) => names.includes(one)), names);

    const hovered = await request('textDocument/hover', at(words.uri, 3, 5));
    const said = JSON.stringify(hovered && hovered.contents);
    check('a key is explained', Boolean(hovered) && said.includes('The full title'), said);
}
main()
    .catch((error) => { failed += 1; console.log(`FAILED ${error.message}`); })
    .finally(() => { server.kill(); process.exit(failed === 0 ? 0 : 1); });

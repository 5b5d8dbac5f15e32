// bpmn-js-differ on pairs of BPMN files: one line of JSON in, one line of JSON out, until the input ends.
// The folder with node_modules is the first argument; nothing is installed beside this file.
import { createRequire } from "node:module";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";
import { resolve } from "node:path";

const require = createRequire(pathToFileURL(resolve(process.argv[2], "package.json")));
const load = async (name) => import(pathToFileURL(require.resolve(name)));
const { BpmnModdle } = await load("bpmn-moddle");
const differ = await load("bpmn-js-differ");
const diff = differ.diff ?? differ.default.diff;

// The extension attributes, declared as engines declare theirs, so that the differ compares them one by one.
const text = (...names) => names.map((name) => ({ name, isAttr: true, type: "String" }));
const facts = {
  name: "facts",
  prefix: "z",
  uri: "urn:zaizao:facts",
  types: [
    { name: "Step", extends: ["bpmn:FlowNode"], properties: text("holders", "limit", "procedures", "uncounted") },
    { name: "Paper", extends: ["bpmn:DataObjectReference"], properties: text("copies", "shared") },
    { name: "Whole", extends: ["bpmn:Process"], properties: text("limit") },
  ],
};

const read = async (xml) => (await new BpmnModdle({ z: facts }).fromXML(xml)).rootElement;

const written = (value) => (value === undefined || value === null ? "" : typeof value === "object" ? (value.id ?? "") : `${value}`);

// What is called oldValue is the new one and the other way round: the differ hands them over in the wrong order.
const attributes = (attrs) =>
  Object.fromEntries(Object.entries(attrs).map(([key, one]) => [key, [written(one.newValue), written(one.oldValue)]]));

function said(before, after) {
  const found = diff(before, after);
  return {
    removed: Object.keys(found._removed),
    added: Object.keys(found._added),
    changed: Object.fromEntries(Object.entries(found._changed).map(([id, one]) => [id, attributes(one.attrs)])),
    layout: Object.keys(found._layoutChanged).length,
  };
}

// Microseconds of one call, on the clock or of the processor, whichever is less: on a busy machine the clock also runs
// while others work, and the processor's time also holds what node does beside. The first call, and the best of all.
function timed(before, after, calls) {
  const micros = () => {
    const start = process.hrtime.bigint();
    const used = process.cpuUsage();
    diff(before, after);
    const spent = process.cpuUsage(used);
    return Math.min(Number(process.hrtime.bigint() - start) / 1e3, spent.user + spent.system || Infinity);
  };
  const first = micros();
  let best = first;
  for (let call = 1; call < calls; call++) best = Math.min(best, micros());
  return { first, best };
}

for await (const line of createInterface({ input: process.stdin })) {
  const question = JSON.parse(line);
  const [before, after] = [await read(question.before), await read(question.after)];
  const answer = question.calls ? timed(before, after, question.calls) : said(before, after);
  process.stdout.write(`${JSON.stringify({ ...answer, node: process.version })}\n`);
}

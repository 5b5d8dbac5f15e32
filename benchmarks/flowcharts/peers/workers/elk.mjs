// elkjs on graphs in its JSON: one line in, one line out ({"graph": …} or {"failed": "…"}), until the input ends.
// The folder with node_modules is the first argument; nothing is installed beside this file.
import { createRequire } from "node:module";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";
import { resolve } from "node:path";

const require = createRequire(pathToFileURL(resolve(process.argv[2], "package.json")));
const ELK = require("elkjs");
const elk = new ELK();

for await (const line of createInterface({ input: process.stdin })) {
  let said;
  try {
    said = { graph: await elk.layout(JSON.parse(line)) };
  } catch (problem) {
    said = { failed: String(problem?.message ?? problem) };
  }
  process.stdout.write(`${JSON.stringify(said)}\n`);
}

/** The page's one list of the names of characters in HTML says what the list says in whose place it stands. */
import assert from "node:assert/strict";
import { it } from "node:test";
import { htmlEntities as theirs } from "../../node_modules/postal-mime/dist/esm/html-entities.js";
import { htmlEntities as ours } from "../../www/input/entities.js";

it("every name is the same character", () => {
  const different = Object.entries(theirs).filter(([name, text]) => ours[name] !== text).map(([name]) => name);
  assert.deepEqual(different, []);
  assert.ok(Object.keys(theirs).length > 2000);
});

it("what is no name is none", () => {
  for (const name of ["&none;", "&notit", "&zhcy", "&;", "&", "&amp;amp;"]) assert.equal(ours[name], theirs[name], name);
});

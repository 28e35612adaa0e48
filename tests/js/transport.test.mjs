/** Every request settles, and a corpus is what was done to it, whatever is aborted and whatever crashes. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { describe, it } from "node:test";

import { comentionOver } from "../../js/client.js";
import { guarded, start } from "../../js/engine.js";
import { load } from "../../js/load.js";
import { RETRY, workerTransport } from "../../js/protocol.js";
import { createComention } from "comention";

/** Lets what was posted and promised so far happen. */
const tick = () => new Promise((resolve) => setImmediate(resolve));

/**
 * Workers played by hand: `posted` is what they were sent, and they say what they are told to.
 * @param {{ start?: (nth: number) => any }} [how] What the nth worker answers to being started; nothing for silence.
 */
function stage({ start = () => ({ ok: true }) } = {}) {
  const workers = [];
  const connect = (onMessage, onCrash) => {
    const nth = workers.length;
    const answer = start(nth);
    if (answer instanceof Error) {
      workers.push(null);
      throw answer;
    }
    const worker = {
      posted: [],
      ended: false,
      say: onMessage,
      crash: onCrash,
      post(message) {
        if (message.op === "start") return answer && queueMicrotask(() => onMessage({ id: message.id, ...answer }));
        worker.posted.push(structuredClone(message));
      },
      end() { worker.ended = true; },
      /** Answers what it was sent last. */
      answer: (value) => onMessage({ id: worker.posted.at(-1).id, ok: true, value }),
    };
    workers.push(worker);
    return worker;
  };
  const module = /** @type {any} */ (null);
  return { workers, transport: workerTransport(connect, module) };
}

/** How a promise ended: its value, the code of its error, or `RETRY`. */
const outcome = (promise) => promise.then((value) => value, (error) => (error === RETRY ? "RETRY" : error.code ?? error));

describe("the transport to a worker", () => {
  it("gives the worker one request at a time, in order", async () => {
    const { workers, transport } = stage();
    const [a, b] = [transport.request("a", {}), transport.request("b", {})];
    await tick();
    assert.deepEqual(workers[0].posted.map((m) => m.op), ["a"]);
    workers[0].answer(1);
    assert.equal(await a, 1);
    assert.deepEqual(workers[0].posted.map((m) => m.op), ["a", "b"]);
    workers[0].answer(2);
    assert.equal(await b, 2);
  });

  it("passes an error of the engine on, and goes on", async () => {
    const { workers, transport } = stage();
    const a = outcome(transport.request("a", {}));
    await tick();
    workers[0].say({ id: 0, ok: false, error: { code: "invalid-option", message: "no", option: "window" } });
    assert.equal(await a, "invalid-option");
    assert.equal(workers[0].ended, false);
  });

  const long = `${"a".repeat(1_000_000)}${"é".repeat(1_000_000)}end`;
  const sent = async (worker, n) => { while (worker.posted.length < n) await new Promise((resolve) => setTimeout(resolve)); };

  it("sends a long text in parts, and others have their turn meanwhile", async () => {
    const { workers, transport } = stage();
    const a = transport.request("add", { corpus: 3, text: long });
    while (workers[0].posted.length === 0) await null;
    assert.equal(workers[0].posted.length, 1);
    await sent(workers[0], 4);
    const [last, ...parts] = workers[0].posted.toReversed();
    assert.ok(parts.toReversed().map((m) => m.part).join("") === long);
    assert.deepEqual(last, { id: 0, op: "add", args: { corpus: 3 }, progress: false });
    workers[0].answer(1);
    assert.equal(await a, 1);
  });

  it("sends no more of a long text that is no longer wanted", async () => {
    const { workers, transport } = stage();
    const control = new AbortController();
    const a = outcome(transport.request("add", { text: long }, { signal: control.signal }));
    while (workers[0].posted.length === 0) await null;
    control.abort();
    assert.equal(await a, "aborted");
    const b = transport.request("b", {});
    await sent(workers[1], 1);
    workers[1].answer("B");
    assert.equal(await b, "B");
    await new Promise((resolve) => setTimeout(resolve, 20));
    assert.deepEqual([workers[0].ended, workers[0].posted.length, workers[1].posted.length], [true, 1, 1]);
  });

  it("the worker puts a long text together", async () => {
    const comention = await createComention({ worker: true });
    const text = `Ada Lovelace met Charles Babbage in London.\n\n${"The board had nothing else to say. ".repeat(40_000)}`;
    const own = await createComention({ worker: false });
    assert.deepEqual(await comention.mentions(text), await own.mentions(text));
    await comention.close();
  });

  it("aborts one that waits at no cost", async () => {
    const { workers, transport } = stage();
    const control = new AbortController();
    const a = transport.request("a", {});
    const b = outcome(transport.request("b", {}, { signal: control.signal }));
    const c = transport.request("c", {});
    await tick();
    control.abort();
    assert.equal(await b, "aborted");
    workers[0].answer("A");
    workers[0].answer("C");
    assert.deepEqual([await a, await c, workers.length], ["A", "C", 1]);
  });

  it("aborts the one under way by starting another worker; the old one is not listened to", async () => {
    const { workers, transport } = stage();
    const control = new AbortController();
    const a = outcome(transport.request("a", {}, { signal: control.signal }));
    const b = outcome(transport.request("b", {}));
    await tick();
    control.abort();
    assert.deepEqual([await a, await b], ["aborted", "RETRY"]);
    assert.deepEqual([workers[0].ended, workers.length, transport.generation()], [true, 2, 1]);
    const c = outcome(transport.request("c", {}));
    await tick();
    workers[0].say({ id: workers[1].posted[0].id, ok: true, value: "from the grave" });
    workers[0].crash("late");
    workers[1].answer("C");
    assert.equal(await c, "C");
    assert.equal(workers.length, 2);
  });

  it("tells only the one that it crashed on", async () => {
    for (const crash of [(w) => w.crash(new Error("out of memory")), (w) => w.say({ id: 0, ok: false, error: { code: "engine-crashed", message: "unreachable" } })]) {
      const { workers, transport } = stage();
      const [a, b] = [outcome(transport.request("a", {})), outcome(transport.request("b", {}))];
      await tick();
      crash(workers[0]);
      assert.deepEqual([await a, await b, workers.length], ["engine-crashed", "RETRY", 2]);
    }
  });

  it("starts no other worker for one that crashed with nothing to do, until it is needed", async () => {
    const { workers, transport } = stage();
    void outcome(transport.request("a", {}));
    await tick();
    workers[0].answer(1);
    await tick();
    workers[0].crash("gone");
    await tick();
    assert.equal(workers.length, 1);
    const b = outcome(transport.request("b", {}));
    await tick();
    workers[1].answer(2);
    assert.equal(await b, 2);
  });

  it("says that the worker cannot be started, once for each request, and tries again with the next", async () => {
    for (const failure of [{ ok: false, error: { code: "engine-unavailable", message: "no" } }, new Error("refused by the policy")]) {
      const { workers, transport } = stage({ start: (nth) => (nth === 0 ? failure : { ok: true }) });
      assert.deepEqual(await Promise.all([outcome(transport.request("a", {})), tick().then(() => workers.length)]), ["engine-unavailable", 1]);
      const b = outcome(transport.request("b", {}));
      await tick();
      workers[1].answer("B");
      assert.equal(await b, "B");
    }
  });

  it("refuses what cannot be sent, and goes on", async () => {
    const { workers, transport } = stage();
    const [a, b] = [outcome(transport.request("a", { f: () => {} })), outcome(transport.request("b", {}))];
    await tick();
    workers[0].answer("B");
    assert.deepEqual([await a, await b], ["invalid-input", "B"]);
  });

  it("makes no request that belongs to an earlier life of the engine", async () => {
    const { workers, transport } = stage();
    assert.equal(await outcome(transport.request("a", {}, { generation: -1 })), "RETRY");
    await tick();
    assert.deepEqual(workers, []);
  });

  it("closes: what waits and what comes later is told so", async () => {
    const { workers, transport } = stage();
    const [a, b] = [outcome(transport.request("a", {})), outcome(transport.request("b", {}))];
    await tick();
    transport.close();
    assert.deepEqual([await a, await b, await outcome(transport.request("c", {})), workers[0].ended], ["closed", "closed", "closed", true]);
  });

  it("goes on when a listener throws, whose error is reported as uncaught", () => {
    const script = `
      import { createComention } from "comention";
      process.on("uncaughtException", (error) => console.log(error.message));
      for (const worker of [false, true]) {
        const comention = await createComention({ worker });
        const { articles } = await comention.segment("A text.", { onProgress: () => { throw new Error("mine"); } });
        console.log(articles.length);
      }`;
    const done = spawnSync("node", ["--input-type=module", "-e", script], { cwd: new URL("../../", import.meta.url), encoding: "utf8", timeout: 20_000 });
    assert.equal(done.status, 0, done.stderr);
    // In-thread and in a worker; that it ended shows that an idle worker holds no program back.
    assert.match(done.stdout, /^(mine\n)+1\n(mine\n)+1\n$/);
  });
});

/** Numbers that look random and are the same every time (mulberry32). */
function random(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A worker whose corpora are lists of texts, and that now and then crashes or takes its time. */
function moody(chance) {
  return (onMessage, onCrash) => {
    const corpora = [];
    let ended = false;
    return {
      end() { ended = true; },
      async post({ id, op, args }) {
        if (op !== "start") for (let i = chance() * 4; i > 1; i--) await tick();
        if (ended) return;
        if (op !== "start" && chance() < 0.08) return onCrash(new Error("a crash"));
        const list = corpora[args.corpus];
        const value =
          op === "create" ? corpora.push([]) - 1
          : op === "add" ? (list.push(args.text), { id: list.length - 1 })
          : op === "remove" ? (list[args.article] === undefined || list[args.article] === null ? false : ((list[args.article] = null), true))
          : op === "ask" ? { texts: list.filter((t) => t !== null) }
          : null;
        queueMicrotask(() => ended || onMessage({ id, ok: true, value }));
      },
    };
  };
}

describe("corpora over a worker that crashes and calls that are aborted", () => {
  it("hold what was added and not taken out", { timeout: 60_000 }, async () => {
    await start(await load(undefined, async (address) => WebAssembly.compile(await readFile(address))));
    let [aborts, crashes, answers] = [0, 0, 0];
    for (let seed = 0; seed < 150; seed++) {
      const chance = random(seed);
      const comention = comentionOver(workerTransport(moody(chance), /** @type {any} */ (null)));
      const corpora = await Promise.all([0, 1].map(async (n) => ({ n, corpus: await comention.corpus(), texts: [], calls: [] })));
      for (let step = 0; step < 30; step++) {
        const { n, corpus, texts, calls } = corpora[Math.floor(chance() * 2)];
        const control = new AbortController();
        const note = (error) => {
          if (error.code === "aborted") aborts++;
          else if (error.code === "engine-crashed") crashes++;
          else throw error;
        };
        const kind = chance();
        if (kind < 0.5) {
          const text = `${n}/${step}`;
          calls.push(corpus.add(text, { signal: control.signal }).then((row) => { assert.equal(row.id, texts.length); texts.push(text); }, note));
        } else if (kind < 0.6) {
          const article = Math.floor(chance() * 10);
          calls.push(corpus.remove(article).then((done) => { if (done) texts[article] = null; }, note));
        } else {
          calls.push(corpus.articles({ signal: control.signal }).then(({ texts: got }) => { answers++; assert.deepEqual(got, texts.filter((t) => t !== null), `seed ${seed}, step ${step}`); }, note));
        }
        if (chance() < 0.2) (chance() < 0.5 ? setImmediate : queueMicrotask)(() => control.abort());
        if (chance() < 0.3) await tick();
      }
      for (const { calls } of corpora) await Promise.all(calls);
      for (const { corpus, texts } of corpora) {
        // It may crash once more; asked again it answers.
        for (;;) {
          const got = await corpus.articles().catch((error) => assert.equal(error.code, "engine-crashed"));
          if (!got) continue;
          assert.deepEqual(got.texts, texts.filter((t) => t !== null), `seed ${seed}, in the end`);
          break;
        }
        await corpus.close();
        await assert.rejects(corpus.articles(), { code: "closed" });
      }
      await comention.close();
    }
    assert.ok(aborts > 100 && crashes > 100 && answers > 100, `${aborts} aborts, ${crashes} crashes, ${answers} answers`);
  });
});

describe("a crash in this thread", () => {
  it("is told, and the engine is started anew with what the corpora hold", async () => {
    const comention = await createComention();
    const corpus = await comention.corpus();
    await corpus.add("The talks with Wang Yi were good, said Sergei Lavrov. Lavrov met Wang Yi.");
    const before = await corpus.report();
    assert.ok(before.entities.length > 0);
    assert.throws(() => guarded(() => { throw new WebAssembly.RuntimeError("unreachable"); }), { code: "engine-crashed" });
    assert.deepEqual(await corpus.report(), before);
    assert.equal(comention.adjust([0.5]).holm[0], 0.5);
    await comention.close();
    await assert.rejects(corpus.report(), { code: "closed" });
  });
});

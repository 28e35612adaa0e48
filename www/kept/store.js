/**
 * Corpora in this browser's database. The record of a corpus and its texts lie apart, so that a change of a
 * setting writes no text; a text never changes under its id.
 *
 * @typedef {{ id: string, name: string | null, text: string }} Paste `name` is that of its file, `null` for what is in the box.
 *
 * @typedef {object} Kept The record of a corpus.
 * @property {string} id
 * @property {string} name
 * @property {string} made ISO 8601.
 * @property {string} changed ISO 8601.
 * @property {Record<string, any>} settings
 * @property {any} rules The user's rules, plain data.
 * @property {string[][]} [apart] Ids of two names each that are not one, as the user says.
 * @property {any} corrections The user's corrections, plain data.
 * @property {Array<{ id: string, name: string | null, size: number }>} pastes `size` in UTF-16 units.
 */

/**
 * After so many characters the page gets its turn: a text is copied when it is handed over. Those of a longer one
 * that come after lie apart, numbered from 1.
 */
const AT_ONCE = 250_000;

/** So many texts, or parts of one, are asked for together. */
const MANY = 16;

/** @template T @param {IDBRequest<T>} request @returns {Promise<T>} */
const result = (request) => new Promise((resolve, reject) => {
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});

/** @param {IDBTransaction} transaction @returns {Promise<void>} */
const finished = (transaction) => new Promise((resolve, reject) => {
  transaction.oncomplete = () => resolve();
  transaction.onabort = () => reject(transaction.error ?? new Error("the transaction was aborted"));
});

/** The keys of a corpus's texts, or of one text's parts. @param {...string} ids */
const textsOf = (...ids) => IDBKeyRange.bound(ids, [...ids, []]);

/** @param {string} name The name of the database; it is made when something is first asked of it. */
export function storeNamed(name) {
  /** @type {Promise<IDBDatabase> | null} */
  let opening = null;
  const open = () => {
    const started = opening ?? new Promise((resolve, reject) => {
      const request = indexedDB.open(name, 1);
      request.onupgradeneeded = () => {
        request.result.createObjectStore("corpora", { keyPath: "id" });
        request.result.createObjectStore("texts");
      };
      request.onerror = () => reject(request.error);
      request.onsuccess = () => {
        const database = request.result;
        // Another window deletes it, or the browser does.
        database.onversionchange = () => { database.close(); opening = null; };
        database.onclose = () => { opening = null; };
        resolve(database);
      };
    });
    opening = started;
    started.catch(() => { opening = null; });
    return started;
  };
  /** @param {IDBTransactionMode} mode */
  const begin = async (mode) => {
    const transaction = (await open()).transaction(["corpora", "texts"], mode);
    return { transaction, corpora: transaction.objectStore("corpora"), texts: transaction.objectStore("texts") };
  };

  return {
    /** Every record, the last changed first. @returns {Promise<Kept[]>} */
    async all() {
      const { corpora } = await begin("readonly");
      const found = await result(corpora.getAll());
      return found.sort((a, b) => (a.changed < b.changed ? 1 : a.changed > b.changed ? -1 : a.id < b.id ? -1 : 1));
    },

    /** A corpus and its texts; `null` where there is none. @param {string} id @returns {Promise<{ kept: Kept, pastes: Paste[] } | null>} */
    async load(id) {
      const { corpora, texts } = await begin("readonly");
      const [kept, keys] = await Promise.all([result(corpora.get(id)), result(texts.getAllKeys(textsOf(id)))]);
      if (!kept) return null;
      /** @type {Map<string, string[]>} */
      const byId = new Map();
      // In the order of their keys, so that the parts of a text follow one another; many short ones at once.
      for (let from = 0; from < keys.length; from += MANY) {
        const some = keys.slice(from, from + MANY);
        const parts = await Promise.all(some.map((key) => result(texts.get(key))));
        some.forEach((key, i) => byId.set(key[1], [...(byId.get(key[1]) ?? []), parts[i]]));
      }
      return { kept, pastes: kept.pastes.flatMap((p) => { const parts = byId.get(p.id); return parts ? [{ id: p.id, name: p.name, text: parts.join("") }] : []; }) };
    },

    /** All or nothing; what another window took away is put back. @param {Kept} kept @param {Paste[]} pastes */
    async save(kept, pastes) {
      const { transaction, corpora, texts } = await begin("readwrite");
      const end = finished(transaction);
      const there = new Set((await result(texts.getAllKeys(textsOf(kept.id)))).map((key) => key[1]));
      let unwritten = 0;
      for (const { id, text } of pastes) {
        if (there.delete(id)) continue;
        for (let part = 0; part === 0 || part * AT_ONCE < text.length; part++) {
          const own = text.slice(part * AT_ONCE, (part + 1) * AT_ONCE);
          const request = texts.put(own, part === 0 ? [kept.id, id] : [kept.id, id, part]);
          unwritten += own.length;
          if (unwritten < AT_ONCE) continue;
          await result(request);
          unwritten = 0;
        }
      }
      for (const id of there) texts.delete(textsOf(kept.id, id));
      corpora.put(kept);
      await end;
    },

    /** @param {string} id */
    async remove(id) {
      const { transaction, corpora, texts } = await begin("readwrite");
      corpora.delete(id);
      texts.delete(textsOf(id));
      await finished(transaction);
    },

    /** Deletes the database, with everything in it. */
    async destroy() {
      (await opening?.catch(() => null))?.close();
      opening = null;
      await result(indexedDB.deleteDatabase(name));
    },
  };
}

/** The files of a drop, those in folders too. */

/** More than this is no longer a folder of articles but a disk. */
const MOST = 5000;

/** @param {FileSystemDirectoryEntry} folder @returns {Promise<FileSystemEntry[]>} */
async function entriesOf(folder) {
  const reader = folder.createReader();
  const all = [];
  for (;;) {
    // A browser gives them in parts, and nothing when there are no more.
    const part = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
    if (part.length === 0) return all.sort((a, b) => (a.name < b.name ? -1 : 1));
    all.push(...part);
  }
}

/** Of the system, not of the user. @param {string} name */
const hidden = (name) => name.startsWith(".") || name === "Thumbs.db";

/** @param {FileSystemEntry} entry @param {File[]} into */
async function collect(entry, into) {
  if (into.length >= MOST || hidden(entry.name)) return;
  if (entry.isFile) into.push(await new Promise((resolve, reject) => /** @type {FileSystemFileEntry} */ (entry).file(resolve, reject)));
  else for (const inner of await entriesOf(/** @type {FileSystemDirectoryEntry} */ (entry))) await collect(inner, into);
}

/**
 * To be called while the drop is handled: afterwards a browser no longer says what was dropped.
 * @param {DataTransfer | null} transfer
 * @returns {Promise<File[]>} In the order of their names within each folder.
 */
export async function filesOf(transfer) {
  const entries = [...(transfer?.items ?? [])].map((item) => item.webkitGetAsEntry?.()).filter((entry) => entry);
  if (entries.length === 0) return [...(transfer?.files ?? [])];
  const files = [];
  for (const entry of entries) await collect(entry, files);
  return files;
}

/** The files of a folder chosen by its button. @param {FileList | null} list */
export const filesOfFolder = (list) => [...(list ?? [])].filter((f) => !f.webkitRelativePath.split("/").some(hidden)).slice(0, MOST);

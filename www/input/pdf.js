/** What reads PDF, with its worker: fetched when a PDF comes. */
export async function pdf() {
  const [reader, { default: Reading }] = await Promise.all([import("pdfjs-dist/build/pdf.min.mjs"), import("pdfjs-dist/build/pdf.worker.min.mjs?worker")]);
  reader.GlobalWorkerOptions.workerPort ??= new Reading();
  return reader;
}

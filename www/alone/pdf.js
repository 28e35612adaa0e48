/** In the one file there is no reader of PDF: it would be as large as all the rest. */
export async function pdf() {
  throw new Error("this one file does not read PDF; the page on a web server does");
}

/** Articles of ours to try. @param {string} name */
export async function textOfSample(name) {
  const response = await fetch(new URL(`./samples/${name}.txt`, document.baseURI));
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
  return response.text();
}

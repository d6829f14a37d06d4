/**
 * Words for a switch that is on before anybody has touched it: saved as it is, it is no consent.
 * https://curia.europa.eu/juris/liste.jsf?num=C-673/17
 *
 * @param name ours in the manager @param setting of the manager, as it should be
 */
export const preticked = (name: string, setting: string): string =>
  `"${name}" is on before anybody is asked, which is no consent; set ${setting}`;

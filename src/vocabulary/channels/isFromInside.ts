/**
 * Whether a referrer is the site's own: the page's host, with `www.` or without, or one of its hosts.
 *
 * @param from host of the referrer, `""` when there is none
 */
export const isFromInside = ({ hostname }: URL, from: string, isOwn: (host: string) => boolean): boolean =>
  from === hostname || `www.${from}` === hostname || isOwn(from);

/** A URL as the site's own rules let it be stored or sent; `""` for what is no URL. */
export declare const cleanUrl: (href: string) => string;

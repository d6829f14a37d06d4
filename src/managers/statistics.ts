/** What several managers call `analytics`; any other category is the site's, taken literally. */
export const nameOf = (category: string): string => (category === "analytics" ? "statistics" : category);

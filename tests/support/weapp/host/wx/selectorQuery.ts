type Callback = (answer: unknown) => void;
type Field = (element: Element) => Record<string, unknown>;

const rectOf: Field = (element) => {
  const { left, top, right, bottom, width, height } = element.getBoundingClientRect();
  return { id: element.id, dataset: {}, left, top, right, bottom, width, height };
};
const scrollOf: Field = ({ scrollLeft, scrollTop, scrollWidth, scrollHeight }) => ({
  scrollLeft,
  scrollTop,
  scrollWidth,
  scrollHeight,
});

/** `wx.createSelectorQuery()` on the page that is shown; answers come a tick later, `null` for what is not there. */
export function createSelectorQuery(page: () => ParentNode & Element, later: (run: () => void) => void) {
  const jobs: { read: () => unknown; callback?: Callback }[] = [];
  const nodes = (find: () => Element | Element[] | null) => {
    const job = (field: Field, callback?: Callback) => {
      const read = () => {
        const found = find();
        return Array.isArray(found) ? found.map(field) : found && field(found);
      };
      jobs.push(callback ? { read, callback } : { read });
      return query;
    };
    return {
      boundingClientRect: (callback?: Callback) => job(rectOf, callback),
      scrollOffset: (callback?: Callback) => job(scrollOf, callback),
      node: (callback?: Callback) => job((element) => ({ node: element }), callback),
      fields: (wanted: Record<string, unknown>, callback?: Callback) =>
        job((element) => {
          const rect = rectOf(element);
          const size = wanted.size ? { width: rect.width, height: rect.height } : {};
          return {
            ...(wanted.rect ? rect : {}),
            ...size,
            ...(wanted.scrollOffset ? scrollOf(element) : {}),
            ...(wanted.id ? { id: element.id } : {}),
          };
        }, callback),
    };
  };
  const query = {
    in: () => query,
    select: (selector: string) => nodes(() => page().querySelector(selector)),
    selectAll: (selector: string) => nodes(() => [...page().querySelectorAll(selector)]),
    selectViewport: () => nodes(() => page()),
    exec(callback?: Callback) {
      later(() => {
        const answers = jobs.map(({ read, callback: one }) => {
          const answer = read();
          one?.(answer);
          return answer;
        });
        callback?.(answers);
      });
      return query;
    },
  };
  return query;
}

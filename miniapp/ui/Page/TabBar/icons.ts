/** The icons of the places as they are drawn in the browser, 24 wide: what is filled while one is there, and lines. The mini-program's native bar takes pictures (assets/tabs). */
export const tabIcons: Readonly<Record<string, { shape: string; lines: string }>> = {
  home: {
    shape: "M6 4.5h12a3 3 0 0 1 3 3v10a3 3 0 0 1-3 3H6a3 3 0 0 1-3-3v-10a3 3 0 0 1 3-3z",
    lines: "M3 9.5h18M8 2.5V6m8-3.5V6M9 15l2.2 2.2 4-4",
  },
  book: {
    shape: "M5.5 20.5V6.2a3 3 0 0 1 3-3H13a3 3 0 0 1 3 3v14.3z",
    lines: "M16 9.5h.900a2.9 2.9 0 0 1 2.9 2.9v8.1M3.2 20.5h17.6M9 8h3.5M9 12h3.5M9 16h3.5",
  },
  do: {
    shape: "M12 21.5c4.6-4.4 7.2-7.9 7.2-11.3a7.2 7.2 0 1 0-14.4 0c0 3.4 2.6 6.9 7.2 11.3z",
    lines: "M9.2 10.4l2.1 2 3.6-3.8",
  },
  money: {
    shape:
      "M5.8 8h12.4A2.8 2.8 0 0 1 21 10.8v6.9a2.8 2.8 0 0 1-2.8 2.8H5.8A2.8 2.8 0 0 1 3 17.7v-6.9A2.8 2.8 0 0 1 5.8 8z",
    lines: "M3.2 9.8c.1-1.7.9-2.4 2.5-2.8l8.8-2.4c2-.5 3.3.7 3.3 2.4v1M16.5 14.2h.9",
  },
  me: {
    shape: "M12 3.7a4.3 4.3 0 1 1 0 8.6 4.3 4.3 0 0 1 0-8.6zM4.2 20.5c.4-4.3 3.5-6.3 7.8-6.3s7.4 2 7.8 6.3z",
    lines: "",
  },
  approve: {
    shape: "M12 2.8l7.7 2.8v6.6c0 4.6-3.1 7.5-7.7 9.1-4.6-1.6-7.7-4.5-7.7-9.1V5.6z",
    lines: "M8.8 12l2.4 2.4 4.2-4.4",
  },
  team: {
    shape: "M9.2 4.5a3.7 3.7 0 1 1 0 7.4 3.7 3.7 0 0 1 0-7.4zM2.8 20c.2-3.8 2.8-5.7 6.4-5.7s6.2 1.9 6.4 5.7z",
    lines: "M15.6 4.8a3.7 3.7 0 0 1 .4 6.6M18 14.4c2 .9 3.2 2.8 3.4 5.6",
  },
  todo: {
    shape: "M7 3.5h10A3.5 3.5 0 0 1 20.5 7v10a3.5 3.5 0 0 1-3.5 3.5H7A3.5 3.5 0 0 1 3.5 17V7A3.5 3.5 0 0 1 7 3.5z",
    lines: "M7.3 9.2l1.4 1.4 2.6-2.8M14 9.4h3M7.3 15.4l1.4 1.4 2.6-2.8M14 15.6h3",
  },
  imports: {
    shape: "M6.5 3.5h11a3 3 0 0 1 3 3v11a3 3 0 0 1-3 3h-11a3 3 0 0 1-3-3v-11a3 3 0 0 1 3-3z",
    lines: "M12 7v8m-3.4-3.4L12 15l3.4-3.4M8 17.5h8",
  },
  reports: {
    shape: "M6.5 3.5h11a3 3 0 0 1 3 3v11a3 3 0 0 1-3 3h-11a3 3 0 0 1-3-3v-11a3 3 0 0 1 3-3z",
    lines: "M8 16.5v-3m4 3v-7m4 7V7.5",
  },
  health: {
    shape: "M12 20.3C6.3 16.7 3.2 13.2 3.2 9.4A4.7 4.7 0 0 1 12 7a4.7 4.7 0 0 1 8.8 2.4c0 3.8-3.1 7.3-8.8 10.9z",
    lines: "M6.5 12.2h3l1.6-2.9 2.2 4.7 1.3-1.8h2.9",
  },
};

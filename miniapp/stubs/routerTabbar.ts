/** H5 draws its own tab bar (miniapp/ui/Page/TabBar): Taro's one, and the 150 KB of its element runtime, stay out. */
export const initTabbar = (): void => {};

export default definePageConfig({
  navigationBarTitleText: "全部方案",
  enablePullDownRefresh: process.env.TARO_ENV !== "h5",
});

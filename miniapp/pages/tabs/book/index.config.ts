export default definePageConfig({
  navigationBarTitleText: "客户",
  enablePullDownRefresh: process.env.TARO_ENV !== "h5",
});

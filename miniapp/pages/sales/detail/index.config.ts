export default definePageConfig({
  navigationBarTitleText: "销售单",
  enablePullDownRefresh: process.env.TARO_ENV !== "h5",
});

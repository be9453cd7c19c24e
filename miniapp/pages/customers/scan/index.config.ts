export default definePageConfig({ navigationBarTitleText: "扫客户码打卡" });

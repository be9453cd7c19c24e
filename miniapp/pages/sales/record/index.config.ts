export default definePageConfig({ navigationBarTitleText: "记销售" });

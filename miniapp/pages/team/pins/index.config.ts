export default definePageConfig({ navigationBarTitleText: "确认定位点" });

function t(a){return{name:"watch",params:{name:a.split("/")}}}export{t as w};

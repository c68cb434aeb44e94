import{r as a}from"./naming-DP32M3Nr.js";const o=a("");function r(n){o.value=n}export{o as a,r as b};

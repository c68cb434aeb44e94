import{r as a}from"./naming-bu5qxTWL.js";const o=a("");function r(n){o.value=n}export{r as a,o as b};
